package dev.nacre.network;

import dev.nacre.kernel.Chance;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.RandomSlopes;
import dev.nacre.kernel.Threefry;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The seed, the step count and the mode of one network, and what may follow what: {@code backward} follows exactly one
 * {@code loss} or {@code forward} in training mode.
 *
 * <p>The step counts the runs that used random numbers. Every mask is a function of seed and step, so a network that
 * continues from a saved seed and step continues the same stream, and evaluating in between does not disturb it.
 */
public final class RunState {
    // What ran last, for backward to say what is wrong. Numbers, because the garbage collector is told of each
    // constant of an enum that is stored, which takes a small network a nanosecond or more.
    private static final int NOTHING = 0;
    /** A block alone, or a run that ended in an exception. */
    private static final int BLOCK = 1;

    private static final int FORWARD = 2;
    private static final int LOSS = 3;
    private static final int BACKWARD = 4;
    private static final int SEARCH = 5;

    /** "child" in ASCII: masks take steps, which count from zero, and initialisers begin with another word. */
    private static final long CHILD_STREAM = 0x6368_696c_6400_0000L;

    private final long seed;
    private long step;
    private Mode mode = Mode.TRAIN;
    private int last = NOTHING;
    private Mode lastMode = Mode.TRAIN;
    private int batch;
    private int begun;
    private boolean toLoss;

    /** The number of the thread whose run is under way, else 0. A VarHandle of a program's own takes its start a millisecond. */
    private final AtomicLong inside = new AtomicLong();

    /** Null where there are none, as in most networks. */
    private DropoutLayers dropouts;

    /**
     * @param seed what all random numbers of the network follow from
     * @throws IllegalArgumentException if the system property of the provider names none
     * @throws IllegalStateException if it names one that cannot run
     */
    public RunState(long seed) {
        this.seed = seed;
        if (System.getProperty(Kernels.PROPERTY) != null) {
            // Else asked for by the first run, which is late to hear of a wrong name.
            Kernels.get();
        }
    }

    /**
     * @param seed the seed of a network
     * @param application which of the networks that it uses, from 0
     * @return the seed for the used network, a Threefry output
     */
    public static long child(long seed, int application) {
        return Threefry.bits(seed, CHILD_STREAM, application);
    }

    /**
     * Called by the constructor for each dropout layer, in forward order.
     *
     * @param name of the layer, {@code hidden1.dropout}
     * @param chance the mask or the noise of the layer
     * @param sample the shape of one sample of the value that is changed, or of the weights
     * @param rows how many rows of the mask one sample has
     */
    public void dropout(String name, Chance chance, Shape sample, int rows) {
        ownDropouts().add(name, chance, sample, rows, false);
    }

    /**
     * The same for weights that are masked for a whole batch at once.
     *
     * @param name of the layer, {@code hidden1.dropConnect}
     * @param chance the masks of the layer
     * @param weights the shape of the weights
     */
    public void dropout(String name, Chance chance, Shape weights) {
        ownDropouts().add(name, chance, weights, 1, true);
    }

    /**
     * Called by the constructor for each used network, whose dropout layers are layers of this one as well.
     *
     * @param name of the application, {@code encoded.1}
     * @param used the used network
     */
    public void uses(String name, Network used) {
        DropoutLayers inner = used.dropouts();
        if (!inner.isEmpty()) {
            ownDropouts().add(name, inner);
        }
    }

    private DropoutLayers ownDropouts() {
        if (dropouts == null) {
            dropouts = new DropoutLayers(this);
        }
        return dropouts;
    }

    /** @return the dropout layers of the network and of those that it uses */
    public DropoutLayers dropouts() {
        return dropouts == null ? DropoutLayers.NONE : dropouts;
    }

    /** @return what all random numbers of the network follow from */
    public long seed() {
        return seed;
    }

    /** @return how many runs used random numbers, the running one included */
    public long step() {
        return step;
    }

    /**
     * Where the networks that this one uses must stand before they run as a part of the present run: then they count to the
     * same step, even after runs that left them out.
     *
     * @return the step before the present run
     */
    public long stepBefore() {
        return mode.drops() ? step - 1 : step;
    }

    /**
     * Continues from a saved step.
     *
     * @param step the step count
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if another thread is inside the network
     */
    public void step(long step) {
        requireOwn();
        if (step < 0) {
            throw new IllegalArgumentException("step is " + step + ": a step count is 0 or more");
        }
        this.step = step;
    }

    /** @return the mode, {@link Mode#TRAIN} at first */
    public Mode mode() {
        return mode;
    }

    /**
     * Switches the mode. What ran in training mode can still be run backward afterwards: its values are all there.
     *
     * @param mode the new mode
     * @throws IllegalStateException if another thread is inside the network
     */
    public void mode(Mode mode) {
        requireOwn();
        this.mode = Objects.requireNonNull(mode, "mode: give TRAIN, EVAL or MONTE_CARLO");
    }

    /** @return whether batch statistics are used and gradients are possible */
    public boolean training() {
        return mode == Mode.TRAIN;
    }

    /** @return whether dropout is active */
    public boolean drops() {
        return mode.drops();
    }

    /**
     * Called before a run touches anything that belongs to the network; {@link #leave} must follow, however the run ends.
     *
     * @throws IllegalStateException if a run is under way, in another thread or in this one; nothing has been changed
     */
    public void enter() {
        if (!inside.compareAndSet(0, self())) {
            throw new IllegalStateException(refusal(inside.get()));
        }
    }

    /** Called after a run. */
    public void leave() {
        inside.lazySet(0);
    }

    void requireOwn() {
        // Its own number a thread always finds as it wrote it.
        long thread = inside.get();
        if (thread != 0 && thread != self()) {
            throw new IllegalStateException(refusal(thread));
        }
    }

    /** A thread's number is never 0. */
    @SuppressWarnings("deprecation") // its other name came after Java 17
    private static long self() {
        return Thread.currentThread().getId();
    }

    private static String refusal(long thread) {
        if (thread == self()) {
            return "this network was called from inside one of its own runs: let the run end first";
        }
        return "thread \"" + Thread.currentThread().getName() + "\" cannot use this network while " + named(thread)
                + " runs it: give each thread a network of its own, or share a predictor(), which is for any number of threads";
    }

    @SuppressWarnings("deprecation")
    private static String named(long number) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getId() == number) {
                return "thread \"" + thread.getName() + "\"";
            }
        }
        return "another thread";
    }

    /**
     * Called at the start of every run: counts a step if dropout is active, and forgets what could be run backward.
     *
     * @param batch the number of samples
     * @param perSample the elements of one sample of the largest value that the run makes an array for
     * @throws IllegalArgumentException if an array cannot hold so many elements, or a mask set by hand is for another number of
     *     samples; nothing has been changed
     */
    public void begin(int batch, int perSample) {
        Checks.elements(batch, perSample);
        if (dropouts != null) {
            dropouts.begin(batch, mode.drops());
        }
        if (mode.drops()) {
            step++;
        }
        last = BLOCK;
        remember(mode);
        begun = batch;
    }

    /**
     * Switches a mask, noise or dropped weights to this step's, or off where dropout is not active.
     *
     * @param chance of one layer of the network
     */
    public void draw(Chance chance) {
        if (mode.drops()) {
            chance.draw(seed, step);
            if (dropouts != null) {
                dropouts.force(chance);
            }
        } else {
            chance.off();
        }
    }

    /**
     * Switches random slopes to this step's, or to their mean where dropout is not active.
     *
     * @param slopes of one layer of the network
     */
    public void draw(RandomSlopes slopes) {
        if (mode.drops()) {
            slopes.draw(seed, step);
        } else {
            slopes.off();
        }
    }

    /**
     * Called at the end of a forward run.
     *
     * @param batch the number of samples
     */
    public void ranForward(int batch) {
        ran(FORWARD, batch);
    }

    /**
     * Called at the end of a run to the loss.
     *
     * @param batch the number of samples
     */
    public void ranLoss(int batch) {
        ran(LOSS, batch);
    }

    private void ran(int what, int batch) {
        this.last = what;
        remember(mode);
        this.batch = batch;
        this.toLoss = what == LOSS;
    }

    private void remember(Mode mode) {
        if (lastMode != mode) {
            lastMode = mode;
        }
    }

    /** @return the number of samples of the last run, a single block's included; 0 before the first */
    int begun() {
        return begun;
    }

    /** @return the mode of the last run */
    Mode lastMode() {
        return lastMode;
    }

    /** @return whether the last forward run was one to the loss */
    boolean toLoss() {
        return toLoss;
    }

    /**
     * @param call what needs it
     * @throws IllegalStateException if nothing ran, or a block alone ran last
     */
    void beginSearch(String call) {
        if (last == NOTHING || last == BLOCK) {
            throw new IllegalStateException(call + " looks at the last forward(...), loss(...) or backward(...), but "
                    + (last == NOTHING
                            ? "none has run"
                            : "a single block was called after it, or it ended in an exception")
                    + ": call it directly after one of them");
        }
        last = SEARCH;
    }

    /** @return the number of samples of the last forward run or run to the loss, in any mode; 0 before the first */
    public int batch() {
        return batch;
    }

    /**
     * Called at the start of a backward run from the loss; there can be only one per loss.
     *
     * @return the number of samples
     * @throws IllegalStateException unless {@code loss} ran last, in training mode
     */
    public int beginBackwardFromLoss() {
        if (last != LOSS || lastMode != Mode.TRAIN) {
            throw new IllegalStateException(refusal("backward()", "loss(...)", LOSS));
        }
        last = BACKWARD;
        return batch;
    }

    /**
     * Called at the start of a backward run from a given gradient of the output; there can be only one per forward.
     *
     * @param gradient (batch, sample...)
     * @param sample the shape of one output
     * @return the number of samples
     * @throws IllegalArgumentException if the gradient is null or has another shape than the output
     * @throws IllegalStateException unless {@code forward} ran last, in training mode
     */
    public int beginBackwardFromOutput(Tensor gradient, Shape sample) {
        requireForward();
        Checks.gradient(gradient, sample, batch);
        last = BACKWARD;
        return batch;
    }

    /**
     * The same for a network that another one runs.
     *
     * @return the number of samples
     * @throws IllegalStateException unless {@code forward} ran last, in training mode
     */
    public int beginBackwardFromOutput() {
        requireForward();
        last = BACKWARD;
        return batch;
    }

    private void requireForward() {
        if (last != FORWARD || lastMode != Mode.TRAIN) {
            throw new IllegalStateException(refusal("backward(outputGradient)", "forward(...)", FORWARD));
        }
    }

    private String refusal(String call, String needs, int expected) {
        if (last == expected) {
            return needs + " ran in mode " + lastMode + ", which keeps nothing to run backward: call train(), then "
                    + needs + ", then " + call;
        }
        String remedy = "call " + needs + " in training mode, then " + call;
        return switch (last) {
            case NOTHING -> call + " has nothing to run backward, " + needs + " has not been called: " + remedy;
            case BLOCK ->
                call + " must directly follow " + needs + ", but a single block was called in between, or " + needs
                        + " failed: " + remedy;
            case SEARCH -> call + " cannot follow findNonFinite(), which runs all blocks anew: " + remedy;
            case BACKWARD ->
                call + " has nothing left to run backward, it ran already: call " + needs
                        + " again before every backward";
            case FORWARD ->
                "backward() starts from a loss, but forward(...) ran last: " + remedy
                        + "; or give the gradient of the output, backward(outputGradient)";
            default ->
                "backward(outputGradient) starts from an output, but loss(...) ran last: " + remedy
                        + "; or call backward() for the gradient of the loss";
        };
    }
}
