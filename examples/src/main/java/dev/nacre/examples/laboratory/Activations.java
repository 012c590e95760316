package dev.nacre.examples.laboratory;

/**
 * What the hidden layers of a network look like on images that it does not train on.
 *
 * @param evaluated the variance of all activations of each hidden layer, without masks
 * @param trained the same under the masks of training
 * @param zeros of each hidden layer, the share of activations that are exactly zero, without masks
 * @param correlation of each hidden layer, the mean over all pairs of units of the absolute correlation, without masks
 */
record Activations(double[] evaluated, double[] trained, double[] zeros, double[] correlation) {}
