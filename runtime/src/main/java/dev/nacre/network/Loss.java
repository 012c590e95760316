package dev.nacre.network;

/**
 * The result of a loss block.
 *
 * @param value the loss, mean over the batch
 */
public record Loss(float value) {}
