package dev.nacre.training;

import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** A copy of tensors of a network, made again and again without allocation. */
final class Snapshot {
    private final List<Tensor> tensors;
    private final float[][] copies;
    private boolean taken;

    private Snapshot(List<Tensor> tensors) {
        this.tensors = tensors;
        this.copies = new float[tensors.size()][];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = new float[tensors.get(i).elements()];
        }
    }

    static Snapshot ofAll(Network network) {
        return new Snapshot(List.copyOf(network.state().values()));
    }

    static Snapshot ofParameters(Network network) {
        return new Snapshot(network.parameters().stream().map(Parameter::value).toList());
    }

    static Snapshot ofStatistics(Network network) {
        List<String> learned =
                network.parameters().stream().map(Parameter::name).toList();
        return new Snapshot(network.state().entrySet().stream()
                .filter(entry -> !learned.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    boolean taken() {
        return taken;
    }

    void take() {
        for (int i = 0; i < copies.length; i++) {
            System.arraycopy(tensors.get(i).data(), 0, copies[i], 0, copies[i].length);
        }
        taken = true;
    }

    void drop() {
        taken = false;
    }

    void restore() {
        for (int i = 0; i < copies.length; i++) {
            System.arraycopy(copies[i], 0, tensors.get(i).data(), 0, copies[i].length);
        }
    }

    /** The tensors get what was copied, and the copy what they had. */
    void swap() {
        for (int i = 0; i < copies.length; i++) {
            float[] present = tensors.get(i).toArray();
            System.arraycopy(copies[i], 0, tensors.get(i).data(), 0, copies[i].length);
            copies[i] = present;
        }
    }
}
