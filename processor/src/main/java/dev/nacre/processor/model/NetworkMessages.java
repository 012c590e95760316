package dev.nacre.processor.model;

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
}
