package dev.nacre.data;

/**
 * Two data sets without a common sample.
 *
 * @param first the one that the fraction counts
 * @param second the rest
 */
public record Split(Dataset first, Dataset second) {}
