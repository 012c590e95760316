package com.example.rings;

/**
 * A point of the plane.
 *
 * @param x to the right
 * @param y upward
 */
public record Point(float x, float y) {}
