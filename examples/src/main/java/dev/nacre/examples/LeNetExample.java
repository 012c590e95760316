package dev.nacre.examples;

import dev.nacre.data.Augmentation;
import dev.nacre.examples.images.LeNetNetwork;
import dev.nacre.network.Network;
import picocli.CommandLine.Command;

/** Trains {@link dev.nacre.examples.images.LeNet}. */
@Command(name = "lenet", description = "Trains LeNet with BatchNorm and spatial dropout on Fashion-MNIST.")
public final class LeNetExample extends ImageExample {
    LeNetExample() {
        super("LeNet", 10, 0.1f, Augmentation.none().shift(1).flip());
    }

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        System.exit(Launcher.run(new LeNetExample(), args));
    }

    @Override
    Network network(long seed) {
        return LeNetNetwork.create(seed);
    }
}
