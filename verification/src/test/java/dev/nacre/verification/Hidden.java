package dev.nacre.verification;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Stack;

/** A pipeline with a name. */
@Stack
@Dense(32)
@ReLU
@Dropout(0.5)
@interface Hidden {}
