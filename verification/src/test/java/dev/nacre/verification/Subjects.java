package dev.nacre.verification;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The networks that every test of this package runs on. */
final class Subjects {
    private Subjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                        first(),
                        LayerSubjects.all(),
                        DroppedSubjects.all(),
                        NoisySubjects.all(),
                        ImageSubjects.all(),
                        PooledSubjects.all())
                .flatMap(some -> some);
    }

    private static Stream<Subject> first() {
        return Stream.of(
                Subject.of(
                        "Activated",
                        ActivatedNetwork::create,
                        ActivatedNetwork::load,
                        ActivatedNetwork::predictor,
                        ActivatedPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 16), labels(random, size, 4))),
                Subject.of(
                        "SmallActivated",
                        SmallActivatedNetwork::create,
                        SmallActivatedNetwork::load,
                        SmallActivatedNetwork::predictor,
                        SmallActivatedPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 2), labels(random, size, 3))),
                Subject.of(
                        "SmallMlp",
                        SmallMlpNetwork::create,
                        SmallMlpNetwork::load,
                        SmallMlpNetwork::predictor,
                        SmallMlpPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 1, 4, 4), labels(random, size, 5))),
                Subject.of(
                        "Residual",
                        ResidualNetwork::create,
                        ResidualNetwork::load,
                        ResidualNetwork::predictor,
                        ResidualPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 24), inside(normal(random, size, 16))),
                        Trait.FOLDED,
                        Trait.NO_DROPOUT,
                        Trait.NORM),
                Subject.of(
                        "Norms",
                        NormsNetwork::create,
                        NormsNetwork::load,
                        NormsNetwork::predictor,
                        NormsPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 3, 4, 2), oneHot(labels(random, size, 5), 5)),
                        Trait.FOLDED,
                        Trait.NORM),
                new Subject(
                        "TwoInputs",
                        TwoInputsNetwork::create,
                        TwoInputsNetwork::load,
                        network -> {
                            TwoInputsPredictor predictor = ((TwoInputsNetwork) network).predictor();
                            return batch -> predictor.forward(
                                    batch.inputs().get(0), batch.inputs().get(1));
                        },
                        network -> List.of(((TwoInputsNetwork) network).bGradient()),
                        (size, random) -> new Batch(
                                List.of(normal(random, size, 12), normal(random, size, 2, 3)),
                                List.of(normal(random, size, 3))),
                        Set.of()),
                Subject.of(
                        "TwoHeads",
                        TwoHeadsNetwork::create,
                        TwoHeadsNetwork::load,
                        TwoHeadsNetwork::predictor,
                        TwoHeadsPredictor::forward,
                        (size, random) -> new Batch(
                                List.of(normal(random, size, 16)),
                                List.of(labels(random, size, 6), normal(random, size, 2))),
                        Trait.NO_DROPOUT),
                Subject.of(
                        "Losses",
                        LossesNetwork::create,
                        LossesNetwork::load,
                        LossesNetwork::predictor,
                        LossesPredictor::forward,
                        (size, random) -> new Batch(
                                List.of(normal(random, size, 20)),
                                List.of(
                                        inside(normal(random, size, 16)),
                                        labels(random, size, 4),
                                        normal(random, size, 4))),
                        Trait.NO_DROPOUT),
                Subject.of(
                        "Block",
                        BlockNetwork::create,
                        BlockNetwork::load,
                        BlockNetwork::predictor,
                        BlockPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 16)),
                        Trait.NO_LOSS),
                Subject.of(
                        "Encoder",
                        EncoderNetwork::create,
                        EncoderNetwork::load,
                        EncoderNetwork::predictor,
                        EncoderPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 8), labels(random, size, 4)),
                        Trait.FOLDED,
                        Trait.NORM),
                Subject.of(
                        "Xor",
                        XorNetwork::create,
                        XorNetwork::load,
                        XorNetwork::predictor,
                        XorPredictor::forward,
                        (size, random) -> exclusiveOr(random, size),
                        Trait.NO_DROPOUT),
                Subject.of(
                        "Iris",
                        IrisNetwork::create,
                        IrisNetwork::load,
                        IrisNetwork::predictor,
                        IrisPredictor::forward,
                        (size, random) -> Batch.of(flowers(random, size), labels(random, size, 3)),
                        Trait.FOLDED,
                        Trait.STANDARDIZED),
                Subject.of(
                        "Shuffled",
                        ShuffledNetwork::create,
                        ShuffledNetwork::load,
                        ShuffledNetwork::predictor,
                        ShuffledPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 2, 5), labels(random, size, 4)),
                        Trait.FOLDED,
                        Trait.NORM),
                Subject.of(
                        "Survival",
                        SurvivalNetwork::create,
                        SurvivalNetwork::load,
                        SurvivalNetwork::predictor,
                        SurvivalPredictor::forward,
                        (size, random) ->
                                Batch.of(SurvivalNetwork.encode(passengers(random, size)), labels(random, size, 2)),
                        Trait.FOLDED,
                        Trait.STANDARDIZED),
                Subject.of(
                        "Parcel",
                        ParcelNetwork::create,
                        ParcelNetwork::load,
                        ParcelNetwork::predictor,
                        ParcelPredictor::forward,
                        (size, random) -> Batch.of(ParcelNetwork.encode(items(random, size)), normal(random, size, 2)),
                        Trait.FOLDED,
                        Trait.NO_DROPOUT,
                        Trait.STANDARDIZED),
                Subject.of(
                        "Outer.Inner",
                        Outer_InnerNetwork::create,
                        Outer_InnerNetwork::load,
                        Outer_InnerNetwork::predictor,
                        Outer_InnerPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 10), labels(random, size, 2))),
                Subject.of(
                        "Weighted.Net",
                        Weighted_NetNetwork::create,
                        Weighted_NetNetwork::load,
                        Weighted_NetNetwork::predictor,
                        Weighted_NetPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 12), labels(random, size, 4)),
                        Trait.FOLDED,
                        Trait.NORM),
                Subject.of(
                        "PlainMlp",
                        PlainMlpNetwork::create,
                        PlainMlpNetwork::load,
                        PlainMlpNetwork::predictor,
                        PlainMlpPredictor::forward,
                        (size, random) -> Batch.of(normal(random, size, 12), labels(random, size, 4)),
                        Trait.FOLDED,
                        Trait.NORM));
    }

    static Stream<Subject> withLoss() {
        return all().filter(subject -> !subject.is(Trait.NO_LOSS));
    }

    static Stream<Subject> withDropout() {
        return all().filter(subject -> !subject.is(Trait.NO_DROPOUT));
    }

    static Tensor normal(Random random, int... shape) {
        float[] values = new float[Shape.of(shape).elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, shape);
    }

    static int[] labels(Random random, int size, int classes) {
        return random.ints(size, 0, classes).toArray();
    }

    @SuppressWarnings("EnumOrdinal")
    private static Species species(Random random) {
        return Species.values()[random.nextInt(3)];
    }

    private static Batch exclusiveOr(Random random, int size) {
        Tensor bits = Tensor.zeros(size, 2);
        Tensor truth = Tensor.zeros(size, 1);
        for (int n = 0; n < size; n++) {
            int both = random.nextInt(4);
            bits.set(both & 1, n, 0);
            bits.set(both >> 1, n, 1);
            truth.set((both & 1) ^ (both >> 1), n, 0);
        }
        return Batch.of(bits, truth);
    }

    /** Into the range of the hyperbolic tangent. */
    private static Tensor inside(Tensor tensor) {
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) StrictMath.tanh(tensor.data()[i]);
        }
        return tensor;
    }

    private static Tensor oneHot(int[] labels, int classes) {
        Tensor tensor = Tensor.zeros(labels.length, classes);
        for (int n = 0; n < labels.length; n++) {
            tensor.set(1, n, labels[n]);
        }
        return tensor;
    }

    private static Parcel.Item[] items(Random random, int size) {
        Parcel.Item[] items = new Parcel.Item[size];
        for (int i = 0; i < size; i++) {
            items[i] = new Parcel.Item(
                    random.nextInt(4) == 0 ? null : (float) random.nextGaussian(),
                    random.nextBoolean(),
                    random.nextInt(3),
                    random.nextInt(2));
        }
        return items;
    }

    /** Now and then something is missing. */
    static Passenger[] passengers(Random random, int size) {
        Passenger[] passengers = new Passenger[size];
        for (int i = 0; i < size; i++) {
            int missing = random.nextInt(8);
            passengers[i] = new Passenger(
                    missing == 0 ? null : (float) (30 + 12 * random.nextGaussian()),
                    missing == 1 ? Double.NaN : 33 + 50 * random.nextDouble(),
                    Passenger.Sex.values()[random.nextInt(2)],
                    missing == 2 ? null : Passenger.Port.values()[random.nextInt(3)],
                    random.nextInt(4),
                    missing == 3 ? null : random.nextBoolean(),
                    missing == 4 ? null : Passenger.Deck.values()[random.nextInt(2)],
                    missing == 5 ? Float.NaN : (float) random.nextGaussian(),
                    1912 + random.nextInt(5),
                    Passenger.Deck.values()[random.nextInt(2)]);
        }
        return passengers;
    }

    private static Tensor flowers(Random random, int size) {
        List<Flower> flowers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            flowers.add(new Flower(
                    (float) (5.8 + 0.8 * random.nextGaussian()),
                    3.1 + 0.4 * random.nextGaussian(),
                    (float) (3.8 + 1.8 * random.nextGaussian()),
                    random.nextInt(4),
                    random.nextBoolean(),
                    species(random)));
        }
        return IrisNetwork.encode(flowers.toArray(Flower[]::new));
    }
}
