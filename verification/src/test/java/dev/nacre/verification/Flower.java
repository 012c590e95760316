package dev.nacre.verification;

/** A sample of every kind of component. */
record Flower(float sepalLength, double sepalWidth, Float petalLength, int petalWidth, boolean wild, Species guess) {}
