package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;

/** A network as one stack, with repeated layers and two norms in a row. */
@Network
@SuppressWarnings("nacre:dropout-before-batch-norm")
@In(12)
@Dense(24)
@BatchNorm
@BatchNorm(affine = false)
@ReLU
@Dropout(0.2)
@Dropout(0.1)
@Dense(value = 24, bias = false)
@BatchNorm
@BatchNorm(momentum = 0.3)
@ReLU
@Dropout(0.5)
@Dense(4)
@CrossEntropy
interface PlainMlp {}
