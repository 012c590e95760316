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
 * @param kept whether the network of the first seed is there afterwards; all of them would fill the heap
 */
record Recipe(
        String name,
        LongFunction<Network> create,
        double weightDecay,
        int images,
        int epochs,
        int seeds,
        boolean watched,
        boolean kept) {

    static Recipe of(String name, LongFunction<Network> create, Size size) {
        return new Recipe(name, create, 0, size.trainingImages, size.epochs, size.seeds, true, false);
    }

    Recipe named(String other) {
        return new Recipe(other, create, weightDecay, images, epochs, seeds, watched, false);
    }

    Recipe weightDecay(double other) {
        return new Recipe(name, create, other, images, epochs, seeds, watched, false);
    }

    Recipe epochs(int other) {
        return new Recipe(name, create, weightDecay, images, other, seeds, watched, false);
    }

    Recipe images(int other) {
        return new Recipe(name, create, weightDecay, other, epochs, seeds, watched, false);
    }

    Recipe unwatched() {
        return new Recipe(name, create, weightDecay, images, epochs, seeds, false, false);
    }

    Recipe keep() {
        return new Recipe(name, create, weightDecay, images, epochs, seeds, watched, true);
    }

    /** What is equal for equal trainings: functions are not. */
    String key() {
        return name + '|' + weightDecay + '|' + images + '|' + epochs + '|' + seeds + '|' + watched;
    }
}
