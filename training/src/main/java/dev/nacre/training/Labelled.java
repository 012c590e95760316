package dev.nacre.training;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;

/** Looks for labels out of range before anything is trained: a loss would name their place in a shuffled batch. */
final class Labelled {
    /** Where a loss finds what is wrong in a batch of one. */
    private static final String PLACE = " at index 0";

    private final Network network;
    private final Dataset data;
    private final String name;

    Labelled(Network network, Dataset data, String name) {
        this.network = network;
        this.data = data;
        this.name = name;
    }

    /**
     * Asks for the loss of the samples with the least and the greatest labels, in evaluation mode, which changes nothing in the
     * network.
     *
     * @throws IllegalArgumentException if the network refuses one
     */
    void require() {
        int[] samples = data.extremes();
        Mode before = network.mode();
        try {
            network.eval();
            for (int place = 0; place < samples.length; place++) {
                require(samples[place], data.gatherer().gather(samples, place, place + 1));
            }
        } finally {
            network.mode(before);
        }
    }

    private void require(int sample, Batch batch) {
        try {
            network.loss(batch);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.contains(PLACE)) {
                throw e;
            }
            throw new IllegalArgumentException(
                    "sample " + sample + " of the " + name + ": " + message.replace(PLACE, ""), e);
        }
    }
}
