package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters and running statistics of one network by name, in order of addition. Whoever asks for a name again
 * shares what the first one got.
 */
public final class Parameters {
    private final Map<String, Parameter> byName;
    private final List<Parameter> list;
    private final List<Tensor> statistics;
    private final Map<String, Tensor> state;
    private final List<Parameter> listView;
    private final Map<String, Tensor> stateView;

    /** How many layers with a linear rate run before this part of the network. */
    private final int before;

    /** How many the whole network has; 0 for the whole network itself, which knows. */
    private final int all;

    /** Makes an empty collection. */
    public Parameters() {
        byName = new LinkedHashMap<>();
        list = new ArrayList<>();
        statistics = new ArrayList<>();
        state = new LinkedHashMap<>();
        listView = Collections.unmodifiableList(list);
        stateView = Collections.unmodifiableMap(state);
        before = 0;
        all = 0;
    }

    private Parameters(Parameters whole, int before, int all) {
        byName = whole.byName;
        list = whole.list;
        statistics = whole.statistics;
        state = whole.state;
        listView = whole.listView;
        stateView = whole.stateView;
        this.before = before;
        this.all = all;
    }

    /**
     * The same collection for a network that is used inside another, whose layers' rates of dropping grow with the depth.
     *
     * @param paths how many such layers of the using network run before it
     * @param count how many the using network has
     * @return this, for the used network's constructor
     */
    public Parameters within(int paths, int count) {
        return new Parameters(this, before + paths, all == 0 ? count : all);
    }

    /**
     * @param p the rate of the deepest such layer of the whole network
     * @param path the number of the layer in the network that it belongs to, from 1
     * @param count how many such layers that network has
     * @return the rate of the layer, in proportion to its depth in the whole network (Huang et al., 2016)
     */
    public double linear(double p, int path, int count) {
        return p * (before + path) / (all == 0 ? count : all);
    }

    /**
     * @param name block, layer, role: {@code hidden1.dense.weight}
     * @param shape the size of each axis
     * @return the parameter of that name, new and zero if there was none
     * @throws IllegalArgumentException if the name is there with another shape, or as a statistic
     */
    public Parameter parameter(String name, int... shape) {
        Parameter known = byName.get(name);
        if (known != null) {
            requireShape("parameter", name, known.value(), shape);
            return known;
        }
        if (state.containsKey(name)) {
            throw new IllegalArgumentException(name + " is a running statistic, not a parameter: use another name");
        }
        Parameter added = new Parameter(name, shape);
        byName.put(name, added);
        list.add(added);
        state.put(name, added.value());
        return added;
    }

    /**
     * @param name block, layer, role: {@code norm1.batchNorm.running_mean}
     * @param initialValue what a new one is filled with
     * @param shape the size of each axis
     * @return the statistic of that name, new and filled if there was none; a view: writing writes through
     * @throws IllegalArgumentException if the name is there with another shape, or as a parameter
     */
    public Tensor statistic(String name, float initialValue, int... shape) {
        if (byName.containsKey(name)) {
            throw new IllegalArgumentException(name + " is a parameter, not a running statistic: use another name");
        }
        Tensor known = state.get(name);
        if (known != null) {
            requireShape("running statistic", name, known, shape);
            return known;
        }
        Tensor added = Tensor.zeros(shape);
        Arrays.fill(added.data(), initialValue);
        statistics.add(added);
        state.put(name, added);
        return added;
    }

    private static void requireShape(String kind, String name, Tensor known, int[] shape) {
        if (!Arrays.equals(known.shape(), shape)) {
            throw new IllegalArgumentException(kind + " " + name + " has shape " + known.sizes()
                    + " and cannot be shared as " + Shape.of(shape) + ": shared weights have one shape");
        }
    }

    /**
     * Keeps the values of the parameters of a part of the network, as {@link Parameter#freeze} does for one.
     *
     * @param prefix what their names begin with: {@code encoded.}
     */
    public void freeze(String prefix) {
        for (Parameter parameter : list) {
            if (parameter.name().startsWith(prefix)) {
                parameter.freeze();
            }
        }
    }

    /** @return the parameters in order of addition; cannot be changed, and shows what is added later */
    public List<Parameter> list() {
        return listView;
    }

    /** @return the running statistics in order of addition, views */
    List<Tensor> statistics() {
        return statistics;
    }

    /**
     * @return the parameters' values and the running statistics by name, in order of addition; the map cannot be
     *     changed, but its tensors are views: writing writes through
     */
    public Map<String, Tensor> state() {
        return stateView;
    }
}
