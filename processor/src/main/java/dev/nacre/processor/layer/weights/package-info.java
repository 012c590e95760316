/** One file per annotation that says something of the weights of the layers: how they begin, what holds them. */
package dev.nacre.processor.layer.weights;
