/** The arithmetic of networks: two providers behind one interface, plain Java and the Vector API, and randomness. */
package dev.nacre.kernel;
