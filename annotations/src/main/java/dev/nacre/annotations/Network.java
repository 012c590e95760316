package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Marks a type as the declaration of a neural network. From {@code interface Classifier} the processor writes
 * {@code final class ClassifierNetwork implements Classifier, Network} and {@code final class ClassifierPredictor} into the
 * same package; a nested type's names are joined, {@code Outer_Inner}.
 *
 * <p>An interface or an abstract class has abstract methods, its <em>blocks</em>; a type with a stack of layers on itself
 * and no blocks may be any top-level or static nested type. A stack of annotations is a pipeline, read in order, applied to
 * the thing it stands on.
 */
@Target(ElementType.TYPE)
public @interface Network {}
