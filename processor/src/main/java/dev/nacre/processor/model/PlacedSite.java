package dev.nacre.processor.model;

import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Site;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** A layer's view of where it stands. */
record PlacedSite(
        Placed placed,
        List<Shape> inputs,
        List<String> names,
        Optional<Declarations.Type> label,
        Supplier<Optional<Integer>> width,
        Supplier<List<String>> trail,
        Reporter reporter)
        implements Site {
    @Override
    public Options options() {
        return new Options(placed.declaration().options());
    }

    @Override
    public OptionalInt inferWidth() {
        return width.get().map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    @Override
    public void report(String option, Message message) {
        Position position = placed.declaration().position();
        reporter.error(option.isEmpty() ? position : position.option(option), message, trail.get());
    }
}
