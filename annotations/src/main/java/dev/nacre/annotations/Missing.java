package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Allows a component of a record to be missing, and says what stands for it. Missing are null and, for a {@code float} or a
 * {@code double}, NaN; without this annotation (or {@link Standardize} or {@link MinMax}) they are refused.
 *
 * <p>A missing number or boolean becomes {@code value}. Annotations are read in order: before {@link Standardize} or
 * {@link MinMax} the value is in the component's own unit and counts in the statistics; after them it is in theirs, and only
 * what is there counts. {@code indicator} adds an element behind the component's: 1 where it is missing, else 0. A missing enum
 * has an element of its own at the end of the one-hot vector, or with {@link Embedding} a learned vector of its own.
 *
 * <p>In the tensor that stands for a record a missing number or boolean is NaN, and a missing enum has the index behind the
 * last constant's.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Missing {
    /** @return what a missing number or boolean becomes */
    double value() default 0;

    /** @return whether an element is added that is 1 where the number or boolean is missing, else 0 */
    boolean indicator() default false;
}
