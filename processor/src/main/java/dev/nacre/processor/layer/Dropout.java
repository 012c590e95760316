package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.DropoutMessages;
import dev.nacre.processor.model.Noise;
import dev.nacre.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dropout, inverted or classic: the identity with a mask. */
@AutoService(Layer.class)
public final class Dropout extends DroppingLayer {
    private static final String SHARED = "shared";
    private static final String NOISE = "noiseShape";
    private static final String TIME = "TIME";
    private static final String POSITIONS = "POSITIONS";

    @Override
    public String name() {
        return "Dropout";
    }

    @Override
    public List<Fault> faults(Options options) {
        List<String> axes = new ArrayList<>(options.texts(SHARED));
        axes.retainAll(List.of(TIME, POSITIONS));
        if (axes.contains(TIME) && axes.contains(POSITIONS)) {
            return List.of(new Fault(SHARED, DropoutMessages.timeAndPositions()));
        }
        return axes.isEmpty() || options.integers(NOISE).isEmpty()
                ? List.of()
                : List.of(new Fault(NOISE, DropoutMessages.sharedAndNoiseShape(axes.get(0))));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        for (String shared : site.options().texts(SHARED)) {
            if (!shared.equals("BATCH") && in.rank() == 1) {
                site.report(SHARED, DropoutMessages.sharedOfOneAxis(shared, in));
                return Optional.empty();
            }
        }
        List<Integer> noise = site.options().integers(NOISE);
        if (!noise.isEmpty() && noise.size() != in.rank()) {
            site.report(NOISE, DropoutMessages.noiseAxes(noise, in));
            return Optional.empty();
        }
        for (int axis = 0; axis < noise.size(); axis++) {
            int size = noise.get(axis);
            if (size != 1 && size != in.sizes().get(axis)) {
                site.report(NOISE, DropoutMessages.noiseSize(noise, axis, in));
                return Optional.empty();
            }
        }
        return Optional.of(in);
    }

    @Override
    public void emit(Emission emission) {
        Options options = emission.options();
        Noise noise = noise(options, emission.input().shape());
        boolean atEvaluation = options.text("scaling").equals("AT_EVALUATION");
        String samples = noise.acrossBatch() ? ", one mask for all samples" : "";
        String axes = noise.shares() ? ", one mask along axes of size 1 in " + new Shape(noise.sizes()) : "";
        emit(emission, noise, atEvaluation, "dropout", samples + axes);
    }

    private static Noise noise(Options options, Shape in) {
        List<String> shared = options.texts(SHARED);
        List<Integer> sizes = new ArrayList<>(options.integers(NOISE).isEmpty() ? in.sizes() : options.integers(NOISE));
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (shared.contains(axis == 0 ? TIME : POSITIONS)) {
                sizes.set(axis, 1);
            }
        }
        return new Noise(in, sizes, shared.contains("BATCH"), 0);
    }
}
