/** The arithmetic of networks: two providers, plain Java and the Vector API, behind one interface; and their randomness. */
package dev.nacre.kernel;
