package dev.nacre.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * The resolved plan of a generated network, read by the processor when a compiled network is used in another. Written by
 * the processor only.
 */
@Target(ElementType.TYPE)
public @interface Plan {
    /** @return the version of this annotation's meaning */
    int version();

    /** @return the inputs in declaration order: {@code name:1x28x28} */
    String[] inputs();

    /** @return the outputs in declaration order: {@code name:10} */
    String[] outputs();

    /** @return the number of elements in all parameters */
    long parameters();

    /** @return the multiply-adds of one forward pass of one sample */
    long multiplyAdds();

    /** @return the number of layers whose probability of dropping grows with the depth, those of used networks included */
    int linearPaths() default 0;
}
