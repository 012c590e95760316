package dev.nacre.kernel;

/** What a layer draws anew for each step: a mask on values, a mask on weights, or noise. New ones are off. */
public sealed interface Chance permits Mask, RandomNoise, Connections {
    /** @return the number that the layer's annotation gives: the probability of dropping, or that or the deviation of noise */
    double p();

    /**
     * Changes that number, as if this had been made with it, and switches off.
     *
     * @param p the number
     * @throws IllegalArgumentException if {@link #require} refuses it
     */
    void p(double p);

    /**
     * @param p a number for {@link #p(double)}
     * @return p
     * @throws IllegalArgumentException if it is out of range
     */
    double require(double p);

    /**
     * Switches to what a step has. The same arguments give the same, always.
     *
     * @param seed the seed of the network
     * @param step the number of the training step
     */
    void draw(long seed, long step);

    /** Switches off: everything takes part as it is. */
    void off();

    /**
     * Switches to what was made by hand, until the next {@link #draw} or {@link #off}.
     *
     * @param given for each element 1 where it is kept and 0 where it is dropped; of noise its numbers; row-major; copied
     */
    void force(float[] given);

    /**
     * Copies what is drawn or forced: 1 and 0, or the numbers of noise. Off it is what changes nothing.
     *
     * @param to receives as many as it has room for
     * @param columns in a row of the values; of weights, how many a mask has
     */
    void read(float[] to, int columns);

    /** @return another one of the same layer and p, to draw other steps with */
    Chance copy();
}
