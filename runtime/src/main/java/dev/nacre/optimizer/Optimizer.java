package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes parameters along their gradients. An optimiser is made with a learning rate, given its options and then,
 * once, its parameters: {@code Sgd.of(0.1f).momentum(0.9).over(network.parameters())}.
 *
 * <p>Losses are minimised; to maximise, give the loss a negative weight. Steps allocate nothing and give the same bits
 * on every Java virtual machine. For optimisers of one's own see {@link FluentOptimizer}.
 */
public abstract class Optimizer {
    /** What {@link FluentOptimizer} was told. */
    final Settings settings = new Settings();

    private final Map<String, Tensor> state = new LinkedHashMap<>();
    private List<Parameter> parameters;

    /** The same, for steps: an array is gone through faster than a list. */
    private Parameter[] array = {};

    private String[] stateNames = {};
    private float baseRate;
    private long steps;
    private int pending;
    private double unclippedNorm;
    private ReduceOnPlateau plateau;

    Optimizer(float learningRate) {
        learningRate(learningRate);
    }

    /**
     * Gives the optimiser its parameters; the last call before training.
     *
     * @param parameters what to change, as in {@code network.parameters()}
     * @return this
     * @throws IllegalArgumentException if there are none, one is there twice, a group matches none of them or one is in
     *     two groups, or the options contradict each other
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public Optimizer over(List<Parameter> parameters) {
        requireOptionsOpen("over");
        List<Parameter> copy = List.copyOf(parameters);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("there are no parameters to optimise: give network.parameters()");
        }
        Set<Parameter> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Parameter parameter : copy) {
            if (!seen.add(parameter)) {
                throw new IllegalArgumentException("parameter " + parameter.name()
                        + " is given twice and would be changed twice in each step: give it once");
            }
        }
        settings.groups.assign(copy, settings.weightDecay);
        this.parameters = copy;
        array = copy.toArray(new Parameter[0]);
        stateNames = distinctNames(copy);
        try {
            prepare();
        } catch (IllegalArgumentException e) {
            this.parameters = null;
            throw e;
        }
        refreshRates();
        return this;
    }

    /** Parameters of two networks may have one name: the second is called {@code name#2}. */
    private static String[] distinctNames(List<Parameter> parameters) {
        Map<String, Integer> seen = new HashMap<>();
        String[] names = new String[parameters.size()];
        for (int i = 0; i < names.length; i++) {
            String name = parameters.get(i).name();
            int count = seen.merge(name, 1, Integer::sum);
            names[i] = count == 1 ? name : name + "#" + count;
        }
        return names;
    }

    /**
     * Changes all parameters along their gradients, which stay readable, as they are after clipping; the next gradients
     * start anew. Frozen parameters keep their value, and {@linkplain Parameter#constraints constrained} ones end where
     * their constraints allow. With {@link FluentOptimizer#accumulate} only every k-th call does so.
     *
     * @return whether the parameters were changed; false while gradients accumulate
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final boolean step() {
        List<Parameter> all = parameters();
        pending++;
        return pending >= settings.accumulation && change(all);
    }

    /**
     * Changes the parameters with the gradients that have accumulated so far, if there are any: after the last batch of
     * an epoch whose number of batches is no multiple of k.
     *
     * @return whether the parameters were changed
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final boolean flush() {
        List<Parameter> all = parameters();
        return pending > 0 && change(all);
    }

    private boolean change(List<Parameter> all) {
        if (pending > 1) {
            Gradients.scale(all, 1f / pending);
        }
        if (settings.clips()) {
            unclippedNorm = Gradients.clip(all, settings.clipValue, settings.clipNorm);
        }
        steps++;
        beginStep();
        Parameter[] each = array;
        if (!changeTogether(each)) {
            for (int i = 0; i < each.length; i++) {
                // Frozen ones keep their value, whatever momentum and decay say.
                if (!each[i].frozen()) {
                    change(i, each[i]);
                }
            }
        }
        for (Parameter parameter : each) {
            parameter.consumed();
        }
        pending = 0;
        if (settings.scheduled()) {
            refreshRates();
        }
        return true;
    }

    /**
     * All that a step does to all parameters, in one go, where an optimiser has one for small networks.
     *
     * @return whether it did
     */
    boolean changeTogether(Parameter[] all) {
        return false;
    }

    /** All that a step does to one parameter. */
    private void change(int index, Parameter parameter) {
        if (settings.decoupled) {
            shrink(index, parameter.values());
        }
        update(index, parameter);
        parameter.constrain();
    }

    private void shrink(int index, float[] value) {
        float decay = settings.groups.decay(index);
        if (decay != 0) {
            float keep = (float) (1 - (double) rate(index) * decay);
            for (int i = 0; i < value.length; i++) {
                value[i] *= keep;
            }
        }
    }

    private void refreshRates() {
        settings.groups.refresh(settings.schedule, baseRate, steps);
    }

    /**
     * Sets all gradients to zero, and what has accumulated is lost. Not needed between steps: gradients start anew
     * after each.
     *
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final void zeroGrad() {
        List<Parameter> all = parameters();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).zeroGrad();
        }
        pending = 0;
    }

    /** @return the size of the next step, as the schedule has it, outside of groups */
    public final float learningRate() {
        return settings.groups.generalRate();
    }

    /**
     * Changes the size of the steps from here on. Where there is a schedule, this is the learning rate that it starts
     * from.
     *
     * @param learningRate the size of a step
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public final void learningRate(float learningRate) {
        this.baseRate = (float) Options.nonNegative("learning rate", learningRate);
        refreshRates();
    }

    /** @return how many steps have changed the parameters */
    public final long steps() {
        return steps;
    }

    /**
     * The Euclidean norm of all gradients as one vector, to watch training by.
     *
     * @return where gradients are clipped, the norm before clipping in the last step; else that of the gradients as
     *     they are now
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final double gradientNorm() {
        List<Parameter> all = parameters();
        return settings.clips() ? unclippedNorm : Gradients.norm(all);
    }

    /**
     * @return what is changed; the list cannot be changed
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final List<Parameter> parameters() {
        if (parameters == null) {
            throw new IllegalStateException(
                    "this optimiser has no parameters yet: call over(network.parameters()) first, as the last option");
        }
        return parameters;
    }

    /**
     * What the optimiser remembers between steps beside {@link #steps} and {@link #learningRate}, with PyTorch's names:
     * {@code hidden1.dense.weight.exp_avg}.
     *
     * @return tensors by name; the map cannot be changed, but they are views: writing writes through
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final Map<String, Tensor> state() {
        parameters();
        return Collections.unmodifiableMap(state);
    }

    /**
     * Writes all that training needs to go on as if it had not stopped, except the parameters, which
     * {@code network.save} writes: {@link #state}, the number of steps, the learning rate that the schedule starts
     * from, gradients that have accumulated, and what {@link ReduceOnPlateau} has seen. The file is replaced as a whole.
     *
     * @param file where to, a safetensors file
     * @throws IllegalStateException if {@link #over} was not called
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public final void save(Path file) {
        OptimizerFile.save(this, file);
    }

    /**
     * Reads what {@link #save} wrote. Options are not in the file: the optimiser must have been made with the same.
     *
     * @param file a file that the same kind of optimiser wrote
     * @throws IllegalArgumentException if the file is of something else, or its tensors do not fit the parameters and
     *     options; nothing was changed
     * @throws IllegalStateException if {@link #over} was not called
     * @throws java.io.UncheckedIOException if the file cannot be read or is not valid; nothing was changed
     */
    public final void load(Path file) {
        OptimizerFile.load(this, file);
    }

    /**
     * Checks that options fit each other, and allocates what steps need with {@link #slot}.
     *
     * @throws IllegalArgumentException if options contradict each other
     */
    protected abstract void prepare();

    /** Called at the start of each step, before the updates; {@link #steps} counts this step already. */
    protected void beginStep() {}

    /**
     * Changes one parameter along its gradient, by {@link #rate} and {@link #decay}.
     *
     * @param index its place in {@link #parameters}
     * @param parameter the parameter
     */
    protected abstract void update(int index, Parameter parameter);

    /** Called after the number of steps was loaded: what follows from it has to be computed again. */
    protected void resumed() {}

    /**
     * Called by {@link #prepare} for what is remembered between steps, and saved.
     *
     * @param name what it is called in {@link #state}, after the parameter's name
     * @return arrays of zeros, one per parameter, of its size
     */
    protected final float[][] slot(String name) {
        float[][] arrays = new float[parameters.size()][];
        for (int i = 0; i < arrays.length; i++) {
            Parameter parameter = parameters.get(i);
            Tensor zeros = Tensor.zeros(parameter.value().sizes());
            arrays[i] = zeros.data();
            state.put(stateNames[i] + "." + name, zeros);
        }
        return arrays;
    }

    /**
     * @param index the place of a parameter
     * @return its learning rate in this step
     */
    protected final float rate(int index) {
        return settings.groups.rate(index);
    }

    /**
     * @param index the place of a parameter
     * @return what part of its value is to be added to its gradient; 0 where weight decay is decoupled
     */
    protected final float decay(int index) {
        return settings.decoupled ? 0 : settings.groups.decay(index);
    }

    /**
     * Called by setters of options: state that depends on them is allocated in {@link #over}.
     *
     * @param option the name of the setter
     * @throws IllegalStateException if the optimiser has parameters already
     */
    protected final void requireOptionsOpen(String option) {
        if (parameters != null) {
            throw new IllegalStateException(
                    option + "(...) was called after over(...): give options before, and parameters once");
        }
    }

    final void changeSchedule(Schedule schedule) {
        Schedule before = settings.schedule;
        settings.schedule = schedule;
        try {
            refreshRates();
        } catch (IllegalArgumentException e) {
            settings.schedule = before;
            throw e;
        }
    }

    /** What the schedule starts from. */
    final float baseRate() {
        return baseRate;
    }

    /** What is saved: the state, and the gradients where some have accumulated. */
    final Map<String, Tensor> saved(int accumulated) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(state());
        for (int i = 0; accumulated > 0 && i < stateNames.length; i++) {
            tensors.put(stateNames[i] + ".gradient", parameters.get(i).gradient());
        }
        return tensors;
    }

    /** How many gradients have accumulated. */
    final int pending() {
        return pending;
    }

    final void resume(long steps, int pending, float learningRate) {
        this.steps = steps;
        this.pending = pending;
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).consumed();
            if (pending > 0) {
                parameters.get(i).accumulate();
            }
        }
        resumed();
        learningRate(learningRate);
    }

    final ReduceOnPlateau plateau() {
        return plateau;
    }

    final void plateau(ReduceOnPlateau plateau) {
        this.plateau = plateau;
    }
}
