package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Marks an annotation type as a reusable pipeline: wherever it stands, the layers on it stand.
 *
 * <pre>{@code
 * @Stack @Dense(256) @ReLU @Dropout(0.5) @interface Hidden {}
 * }</pre>
 */
@Target(ElementType.ANNOTATION_TYPE)
public @interface Stack {}
