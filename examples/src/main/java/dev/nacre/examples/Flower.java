package dev.nacre.examples;

/**
 * An iris as it was measured, in cm.
 *
 * @param sepalLength the length of the sepals
 * @param sepalWidth the width of the sepals
 * @param petalLength the length of the petals
 * @param petalWidth the width of the petals
 */
public record Flower(float sepalLength, float sepalWidth, float petalLength, float petalWidth) {}
