package dev.nacre.examples.laboratory;

import dev.nacre.network.Network;
import java.util.function.LongFunction;

/**
 * One way to train: a network and what is changed about its training. Recipes that are equal are trained once.
 *
 * @param name what is trained, in the words of the report
 * @param create makes the network from a seed; not compared
 * @param weightDecay of the optimiser
 * @param images how many training images
 * @param epochs how often to go over them
 * @param seeds how many times, each with another seed
 * @param watched whether it is validated after each epoch, with a look at its activations if it has any to show
 */
record Recipe(
        String name,
        LongFunction<Network> create,
        double weightDecay,
        int images,
        int epochs,
        int seeds,
        boolean watched) {

    static Recipe of(String name, LongFunction<Network> create, Size size) {
        return new Recipe(name, create, 0, size.trainingImages, size.epochs, size.seeds, true);
    }

    Recipe named(String other) {
        return new Recipe(other, create, weightDecay, images, epochs, seeds, watched);
    }

    Recipe weightDecay(double other) {
        return new Recipe(name, create, other, images, epochs, seeds, watched);
    }

    Recipe epochs(int other) {
        return new Recipe(name, create, weightDecay, images, other, seeds, watched);
    }

    Recipe images(int other) {
        return new Recipe(name, create, weightDecay, other, epochs, seeds, watched);
    }

    Recipe unwatched() {
        return new Recipe(name, create, weightDecay, images, epochs, seeds, false);
    }

    /** What is equal for equal trainings: functions are not. */
    String key() {
        return name + '|' + weightDecay + '|' + images + '|' + epochs + '|' + seeds + '|' + watched;
    }
}
