/**
 * Networks as programs see them ({@link dev.nacre.network.Network}, {@link dev.nacre.network.Parameter},
 * {@link dev.nacre.network.Mode}), and what the generated ones are made of: their parameters, the state of their runs,
 * checks of what they are given, buffers of results, and initialisers.
 */
package dev.nacre.network;
