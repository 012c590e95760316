package dev.nacre.examples;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Tanh;

/** The exclusive or of two numbers: a whole network as one stack on a type. */
@Network
@In(2)
@Dense(8)
@Tanh
@Dense(2)
@CrossEntropy
public interface Xor {}
