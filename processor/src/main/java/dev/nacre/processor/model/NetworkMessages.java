package dev.nacre.processor.model;

import java.util.List;

/** What is reported of networks as a whole. */
final class NetworkMessages {
    private NetworkMessages() {}

    static Message methodAsValue(String name) {
        return new Message(
                name + " is a method of your own, with a body, and no block: no value of it flows",
                "name a block or an input; " + name + " becomes a block with layers in place of its body");
    }

    static Message tooManyEnds(String network, int found, int most) {
        return new Message(
                network + " has " + found + " inputs, labels and outputs; allowed are " + most
                        + ", for a method of Java takes no more",
                "put several inputs into one tensor or a record, and merge outputs");
    }

    static Message tooManyArguments(String block, int found, int most) {
        return new Message(
                "block " + block + " has " + found + " arguments; allowed are " + most
                        + ", for a method of Java takes no more",
                "merge some of them in a block before it");
    }

    static Message tooManyLayers(String network, int found, int most) {
        return new Message(
                network + " has " + found + " layers; allowed are " + most + ", for a class of Java holds no more",
                "put a part into a network of its own and @Use it, with @Repeat where it repeats");
    }

    static Message inputOfType(List<String> open) {
        String found = open.isEmpty()
                ? "every name has its block or its own @In"
                : "found " + open.size() + ": " + String.join(", ", open);
        return new Message(
                "@In on a type that has block methods is the shape of the one name that they read and nothing declares; "
                        + found,
                open.isEmpty()
                        ? "remove it, or put it on the parameter that is the input of the network"
                        : "put an @In on each parameter that is an input of the network");
    }
}
