package dev.nacre.processor.model;

import java.util.List;

/**
 * One application of another network as a layer of this one.
 *
 * @param name of the instance, its parameters' prefix without the last dot: {@code encoded.1}; for shared repetitions
 *     the applications have one name
 * @param application counts the applications of this network's used networks from 0: each has masks of its own
 * @param first whether this application is the one that initialises and lists the parameters
 * @param packageName of the used type
 * @param simpleNames of the used type
 * @param inputs the shapes of its inputs
 * @param output the shape of its output
 * @param parameters the number of its parameters' elements
 * @param multiplyAdds of one sample
 * @param linearPaths how many of its layers drop more the deeper they are
 * @param penalised whether its weights may add to the loss
 * @param frozen whether its parameters keep their values
 */
public record UsedNetwork(
        String name,
        int application,
        boolean first,
        String packageName,
        List<String> simpleNames,
        List<Shape> inputs,
        Shape output,
        long parameters,
        long multiplyAdds,
        int linearPaths,
        boolean penalised,
        boolean frozen) {
    /** @return the same with its parameters kept as they are */
    UsedNetwork kept() {
        return new UsedNetwork(
                name,
                application,
                first,
                packageName,
                simpleNames,
                inputs,
                output,
                parameters,
                multiplyAdds,
                linearPaths,
                false,
                true);
    }
}
