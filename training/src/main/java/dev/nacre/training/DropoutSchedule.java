package dev.nacre.training;

/**
 * The p of a dropout layer as a function of how far the training is: given to {@link Trainer#dropout(DropoutSchedule)}. A
 * schedule of one's own is a lambda: {@code (declared, epochs, step) -> step < 1000 ? 0 : declared}. Of dropped weights and of Gaussian
 * dropout it is their p as well, of Gaussian noise the standard deviation.
 */
@FunctionalInterface
public interface DropoutSchedule {
    /**
     * @param declared the p that the annotation says
     * @param epochs how many epochs are done, with the part of the present one that is: 0 for the first batch, 2.5 in the middle
     *     of the third epoch
     * @param step how many batches are done, over all epochs: 0 for the first one
     * @return the p of the next batch, from 0 to 1, or what the layer's annotation may say
     */
    double p(double declared, double epochs, long step);

    /**
     * A straight line from 0 to the declared p: {@code p min(1, epochs / over)}, as DropPath is scheduled (Zoph, Vasudevan, Shlens
     * and Le, 2018).
     *
     * @param over how many epochs it takes, more than 0
     * @return the schedule
     * @throws IllegalArgumentException if {@code over} is not a finite number above 0
     */
    static DropoutSchedule rising(double over) {
        requirePositive("over", over);
        return (declared, epochs, step) -> declared * Math.min(1, epochs / over);
    }

    /**
     * From 0 towards the declared p: {@code p (1 - exp(-rate epochs))} (Morerio, Cavazza, Volpi, Vidal and Murino, "Curriculum
     * Dropout", ICCV 2017).
     *
     * @param rate how fast, more than 0: after {@code 3 / rate} epochs 95 % are reached
     * @return the schedule
     * @throws IllegalArgumentException if the rate is not a finite number above 0
     */
    static DropoutSchedule curriculum(double rate) {
        requirePositive("rate", rate);
        return (declared, epochs, step) -> declared * (1 - StrictMath.exp(-rate * epochs));
    }

    /**
     * The declared p at first and 0 afterwards, against underfitting (Liu, Xu, Jin, Shen and Darrell, "Dropout Reduces
     * Underfitting", ICML 2023).
     *
     * @param until how many epochs have dropout, more than 0
     * @return the schedule
     * @throws IllegalArgumentException if {@code until} is not a finite number above 0
     */
    static DropoutSchedule early(double until) {
        requirePositive("until", until);
        return (declared, epochs, step) -> epochs < until ? declared : 0;
    }

    /**
     * 0 at first and the declared p afterwards, against overfitting (Liu et al., 2023).
     *
     * @param from how many epochs have no dropout, more than 0
     * @return the schedule
     * @throws IllegalArgumentException if {@code from} is not a finite number above 0
     */
    static DropoutSchedule late(double from) {
        requirePositive("from", from);
        return (declared, epochs, step) -> epochs < from ? 0 : declared;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " is " + value + ": it must be a finite number, more than 0");
        }
    }
}
