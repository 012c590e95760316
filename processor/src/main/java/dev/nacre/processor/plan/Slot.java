package dev.nacre.processor.plan;

import java.util.List;

/**
 * An array that values take turns in.
 *
 * @param number counts from 1
 * @param elements per sample: of the largest value
 * @param holds what it holds, in order, in the user's words
 * @param forward whether a forward pass needs it; otherwise it is allocated when gradients are first asked for
 */
public record Slot(int number, int elements, List<String> holds, boolean forward) {}
