package com.example.rings;

/** Which of two rings a point lies in. */
public enum Ring {
    /** Around the centre. */
    INNER,
    /** Around the inner one. */
    OUTER
}
