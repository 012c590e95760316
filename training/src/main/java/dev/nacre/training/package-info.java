/**
 * Training and what it tells: the {@link dev.nacre.training.Trainer}, {@link dev.nacre.training.Metrics}, the
 * {@link dev.nacre.training.History} of a training and its {@link dev.nacre.training.LossCurve}.
 */
package dev.nacre.training;
