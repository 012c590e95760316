/**
 * Optimisers: what turns gradients into better parameters, with the semantics of PyTorch. {@link
 * dev.nacre.optimizer.FluentOptimizer} has the options that all share: weight decay, groups, clipping, accumulation and
 * schedules.
 */
package dev.nacre.optimizer;
