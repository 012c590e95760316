package dev.nacre.examples;

import dev.nacre.data.Augmentation;
import dev.nacre.examples.images.ResNetNetwork;
import dev.nacre.network.Network;
import picocli.CommandLine.Command;

/** Trains {@link dev.nacre.examples.images.ResNet}. */
@Command(
        name = "resnet",
        description = "Trains a residual network with BatchNorm and spatial dropout on Fashion-MNIST.")
public final class ResNetExample extends ImageExample {
    ResNetExample() {
        super("ResNet", 8, 0.2f, Augmentation.none().shift(2).flip().erase(0.25));
    }

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        System.exit(Launcher.run(new ResNetExample(), args));
    }

    @Override
    Network network(long seed) {
        return ResNetNetwork.create(seed);
    }
}
