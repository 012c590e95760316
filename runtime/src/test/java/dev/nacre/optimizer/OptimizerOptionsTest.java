package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option out of range, with the whole text of the answer. */
class OptimizerOptionsTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final String FINITE = ": it must be a finite number";
    private static final String NON_NEGATIVE = FINITE + ", 0 or more";
    private static final String POSITIVE = FINITE + ", more than 0";
    private static final String DECAY = ": it must be 0 or more and less than 1";

    private static Arguments refused(String message, Executable call) {
        return Arguments.of(message, call);
    }

    static Stream<Arguments> ofOptimizers() {
        return Stream.of(
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> Sgd.of(-1)),
                refused("learning rate is NaN" + NON_NEGATIVE, () -> Adam.of(Float.NaN)),
                refused("learning rate is Infinity" + NON_NEGATIVE, () -> AdamW.of(Float.POSITIVE_INFINITY)),
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> AdaGrad.of(-1)),
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> AdaDelta.of(-1)),
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> Adamax.of(-1)),
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> NAdam.of(-1)),
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> RAdam.of(-1)),
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> RmsProp.of(-1)),
                refused("learning rate is -1.0" + NON_NEGATIVE, () -> Lion.of(-1)),
                refused("momentum is -0.5" + DECAY, () -> Sgd.of(1).momentum(-0.5)),
                refused("momentum is 2.0" + DECAY, () -> Sgd.of(1).momentum(2f)),
                refused("momentum is 1.0" + DECAY, () -> RmsProp.of(1).momentum(1)),
                refused("dampening is NaN" + FINITE, () -> Sgd.of(1).dampening(NAN)),
                refused("weight decay is -0.1" + NON_NEGATIVE, () -> Sgd.of(1).weightDecay(-0.1)),
                refused("weight decay is NaN" + NON_NEGATIVE, () -> Sgd.of(1).decoupledWeightDecay(NAN)),
                refused("beta1 is 1.0" + DECAY, () -> Adam.of(1).betas(1, 0.999)),
                refused("beta2 is -0.1" + DECAY, () -> AdamW.of(1).betas(0.9, -0.1)),
                refused("beta2 is NaN" + DECAY, () -> NAdam.of(1).betas(0.9, NAN)),
                refused("epsilon is NaN" + NON_NEGATIVE, () -> RAdam.of(1).epsilon(NAN)),
                refused(
                        "momentum decay is -1.0" + NON_NEGATIVE,
                        () -> NAdam.of(1).momentumDecay(-1)),
                refused("beta1 is 2.0" + DECAY, () -> Lion.of(1).betas(2, 0.9)),
                refused("beta2 is 1.0" + DECAY, () -> Lion.of(1).betas(0.9, 1)),
                refused(
                        "learning rate decay is -0.1" + NON_NEGATIVE,
                        () -> AdaGrad.of(1).learningRateDecay(-0.1)),
                refused(
                        "initial sum is -1.0" + NON_NEGATIVE,
                        () -> AdaGrad.of(1).initialSum(-1)),
                refused("epsilon is -1.0" + NON_NEGATIVE, () -> AdaGrad.of(1).epsilon(-1)),
                refused("rho is 1.0" + DECAY, () -> AdaDelta.of(1).rho(1)),
                refused("epsilon is 0.0" + POSITIVE, () -> AdaDelta.of(1).epsilon(0)),
                refused("alpha is 1.5" + DECAY, () -> RmsProp.of(1).alpha(1.5)),
                refused(
                        "epsilon is Infinity" + NON_NEGATIVE,
                        () -> RmsProp.of(1).epsilon(INFINITY)),
                refused("momentum is NaN" + DECAY, () -> RmsProp.of(1).momentum(NAN)),
                refused("the maximal norm is 0.0" + POSITIVE, () -> Sgd.of(1).clipNorm(0)),
                refused("the maximal value is -1.0" + POSITIVE, () -> Sgd.of(1).clipValue(-1)),
                refused(
                        "the number of batches to accumulate is 0: it must be 1 or more",
                        () -> Sgd.of(1).accumulate(0)),
                refused(
                        "learning rate factor is -1.0" + NON_NEGATIVE,
                        () -> Sgd.of(1).group("*", g -> g.learningRateFactor(-1))),
                refused(
                        "weight decay is Infinity" + NON_NEGATIVE,
                        () -> Sgd.of(1).group("*", g -> g.weightDecay(INFINITY))),
                refused("decay is 1.0" + DECAY, () -> WeightAverage.exponential(1)));
    }

    static Stream<Arguments> ofSchedules() {
        return Stream.of(
                refused("the length of a stair is 0: it must be 1 or more", () -> Schedule.step(0, 0.1)),
                refused("factor is -0.1" + NON_NEGATIVE, () -> Schedule.step(1, -0.1)),
                refused("factor is NaN" + NON_NEGATIVE, () -> Schedule.multiStep(NAN, 1)),
                refused("there are no milestones: give the steps at which stairs begin", () -> Schedule.multiStep(0.1)),
                refused("a milestone is 0: it must be 1 or more", () -> Schedule.multiStep(0.1, 0, 1)),
                refused(
                        "milestone 5 comes after milestone 5: they must ascend, each once",
                        () -> Schedule.multiStep(0.1, 5, 5)),
                refused("factor is Infinity" + NON_NEGATIVE, () -> Schedule.exponential(INFINITY)),
                refused("the length of the cosine is 0: it must be 1 or more", () -> Schedule.cosine(0)),
                refused("minimum is -1.0" + NON_NEGATIVE, () -> Schedule.cosine(1, -1)),
                refused(
                        "the length of the first cosine is -1: it must be 1 or more",
                        () -> Schedule.cosineRestarts(-1, 1)),
                refused("multiplier is 0: it must be 1 or more", () -> Schedule.cosineRestarts(1, 0)),
                refused("minimum is NaN" + NON_NEGATIVE, () -> Schedule.cosineRestarts(1, 1, NAN)),
                refused("the factor at the start is -1.0" + NON_NEGATIVE, () -> Schedule.linear(-1, 1, 1)),
                refused("the factor at the end is NaN" + NON_NEGATIVE, () -> Schedule.linear(1, NAN, 1)),
                refused("the length of the line is 0: it must be 1 or more", () -> Schedule.linear(1, 1, 0)),
                refused("the length of the polynomial is 0: it must be 1 or more", () -> Schedule.polynomial(0, 1)),
                refused("power is 0.0" + POSITIVE, () -> Schedule.polynomial(1, 0)),
                refused("minimum is -1.0" + NON_NEGATIVE, () -> Schedule.polynomial(1, 1, -1)),
                refused("the length of the cycle is 1: it must be 2 or more", () -> Schedule.oneCycle(1)),
                refused(
                        "the part before the peak is 1.5: it must be from 0 to 1",
                        () -> Schedule.oneCycle(9).peak(1.5)),
                refused(
                        "the part before the peak is 0.6: with three phases it must be 0.5 or less, as the way down "
                                + "takes as long",
                        () -> Schedule.oneCycle(9).peak(0.6).threePhases()),
                refused(
                        "the part before the peak is 0.7: with three phases it must be 0.5 or less, as the way down "
                                + "takes as long",
                        () -> Schedule.oneCycle(9).threePhases().peak(0.7)),
                refused(
                        "the divisor at the start is 0.0" + POSITIVE,
                        () -> Schedule.oneCycle(9).startDivisor(0)),
                refused(
                        "the divisor at the end is NaN" + POSITIVE,
                        () -> Schedule.oneCycle(9).endDivisor(NAN)),
                refused(
                        "the length of the warm-up is 0: it must be 1 or more",
                        () -> Schedule.constant().warmUp(0)),
                refused(
                        "the length of the warm-up is 0: it must be 1 or more",
                        () -> Schedule.constant().warmUp(0, 1)),
                refused(
                        "the factor at the start is -0.5" + NON_NEGATIVE,
                        () -> Schedule.constant().warmUp(1, -0.5)),
                refused(
                        "the number of steps of an epoch is 0: it must be 1 or more",
                        () -> Schedule.constant().perEpoch(0)));
    }

    static Stream<Arguments> ofPlateaus() {
        return Stream.of(
                refused("factor is 1.0" + DECAY, () -> plateau().factor(1)),
                refused("patience is -1: it must be 0 or more", () -> plateau().patience(-1)),
                refused("threshold is -1.0" + NON_NEGATIVE, () -> plateau().threshold(-1)),
                refused("threshold is NaN" + NON_NEGATIVE, () -> plateau().absoluteThreshold(NAN)),
                refused("cooldown is -1: it must be 0 or more", () -> plateau().cooldown(-1)),
                refused("minimum is -1.0" + NON_NEGATIVE, () -> plateau().minimum(-1)));
    }

    private static ReduceOnPlateau plateau() {
        return ReduceOnPlateau.of(Sgd.of(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofOptimizers", "ofSchedules", "ofPlateaus"})
    void refuses(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** Groups that were refused leave the options as they were. */
    @Test
    void namesWhatGroupsGetWrong() {
        List<Parameter> parameters =
                List.of(new Parameter("hidden.dense.weight", 2), new Parameter("hidden.dense.bias", 1));
        assertMessage(
                "group '*.biass' matches no parameter: the parameters are hidden.dense.weight, hidden.dense.bias, and in "
                        + "a pattern * stands for any characters, ? for one",
                () -> Sgd.of(1).group("*.biass", g -> {}).over(parameters));
        assertMessage(
                "parameter hidden.dense.bias is in two groups, '*.bias' and 'hidden.*': narrow one of the patterns",
                () -> Sgd.of(1)
                        .group("*.bias", g -> {})
                        .group("hidden.*", g -> {})
                        .over(parameters));
        assertMessage(
                "there are two groups '*.bias': give all settings in one",
                () -> Sgd.of(1).group("*.bias", g -> {}).group("*.bias", g -> {}));
        // A dot is a dot.
        assertMessage(
                "group 'hidden?dense.weigh.' matches no parameter: the parameters are hidden.dense.weight, "
                        + "hidden.dense.bias, and in a pattern * stands for any characters, ? for one",
                () -> Sgd.of(1).group("hidden?dense.weigh.", g -> {}).over(parameters));
    }

    @Test
    void groupsAreFixedAfterwards() {
        Group[] kept = new Group[1];
        Sgd.of(1).group("*.bias", g -> kept[0] = g);
        assertEquals(
                "the settings of group '*.bias' are fixed: give them inside group(pattern, g -> ...)",
                assertThrows(IllegalStateException.class, () -> kept[0].weightDecay(1))
                        .getMessage());
        assertThrows(IllegalStateException.class, () -> kept[0].learningRateFactor(1));
    }

    @Test
    void anOptimizerHasOnePlateau() {
        Sgd sgd = Sgd.of(1);
        ReduceOnPlateau.of(sgd);
        assertMessage("this optimiser has a ReduceOnPlateau already: keep that one", () -> ReduceOnPlateau.of(sgd));
    }

    static Stream<Executable> late() {
        List<Parameter> one = List.of(new Parameter("w", 1));
        return Stream.of(
                () -> Sgd.of(1).over(one).nesterov(),
                () -> Sgd.of(1).over(one).dampening(0),
                () -> Sgd.of(1).over(one).weightDecay(0),
                () -> Sgd.of(1).over(one).decoupledWeightDecay(0),
                () -> Sgd.of(1).over(one).clipNorm(1),
                () -> Sgd.of(1).over(one).clipValue(1),
                () -> Sgd.of(1).over(one).accumulate(1),
                () -> Sgd.of(1).over(one).group("*", g -> {}),
                () -> Adam.of(1).over(one).betas(0, 0),
                () -> Adam.of(1).over(one).epsilon(0),
                () -> AdamW.of(1).over(one).amsgrad(),
                () -> NAdam.of(1).over(one).momentumDecay(0),
                () -> NAdam.of(1).over(one).paperCorrection(),
                () -> AdaGrad.of(1).over(one).learningRateDecay(0),
                () -> AdaGrad.of(1).over(one).initialSum(0),
                () -> AdaGrad.of(1).over(one).epsilon(0),
                () -> AdaDelta.of(1).over(one).rho(0),
                () -> AdaDelta.of(1).over(one).epsilon(1),
                () -> RmsProp.of(1).over(one).alpha(0),
                () -> RmsProp.of(1).over(one).epsilon(0),
                () -> RmsProp.of(1).over(one).momentum(0),
                () -> RmsProp.of(1).over(one).centered(),
                () -> Lion.of(1).over(one).betas(0, 0));
    }

    @ParameterizedTest
    @MethodSource("late")
    void optionsComeBeforeParameters(Executable call) {
        String message = assertThrows(IllegalStateException.class, call).getMessage();
        assertEquals(
                "(...) was called after over(...): give options before, and parameters once",
                message.substring(message.indexOf('(')));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
