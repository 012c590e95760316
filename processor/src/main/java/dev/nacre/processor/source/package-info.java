/**
 * From the compiler to {@link dev.nacre.processor.model.Declarations}, and from problems back to the compiler. Nothing
 * outside this package knows {@code javax.lang.model} or {@code com.sun.source}.
 *
 * <p>{@link dev.nacre.processor.source.NetworkProcessor} runs the rounds; {@code NetworkReader} reads one type;
 * {@code StackReader} what stands on an element; {@code AnnotationOrder} says in which order it stands there.
 */
package dev.nacre.processor.source;
