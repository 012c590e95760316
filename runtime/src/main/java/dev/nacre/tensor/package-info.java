/** Dense tensors of {@code float}s and their shapes. */
package dev.nacre.tensor;
