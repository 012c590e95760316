/** Optimisers: what turns gradients into better parameters, with the semantics of PyTorch. */
package dev.nacre.optimizer;
