package dev.nacre.network;

/**
 * The result of a loss block.
 *
 * @param value the loss of the batch: a mean, unless its annotation says otherwise; its weight in the total is not in it
 */
public record Loss(float value) {}
