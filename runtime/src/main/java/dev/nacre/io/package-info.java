/** Weights in files: the safetensors format, and checkpoints of networks in it. */
package dev.nacre.io;
