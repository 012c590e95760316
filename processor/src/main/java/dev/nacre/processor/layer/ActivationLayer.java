package dev.nacre.processor.layer;

import dev.nacre.processor.model.ActivationMessages;
import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What layers of element by element functions have in common. */
abstract class ActivationLayer implements Layer {
    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.ACTIVATION);
    }

    @Override
    public final Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public List<Fault> faults(Options options) {
        return floats(name(), options);
    }

    /** @return a fault for each number that the float it becomes cannot hold */
    static List<Fault> floats(String layer, Options options) {
        List<Fault> faults = new ArrayList<>();
        new TreeMap<>(options.values()).forEach((option, value) -> {
            if (value instanceof Double number
                    && (Float.isInfinite(number.floatValue()) || number != 0 && number.floatValue() == 0)) {
                faults.add(new Fault(option, ActivationMessages.noFloat(layer, option, number)));
            }
        });
        return faults;
    }

    /** @return one fault where two bounds are not in order as floats */
    final List<Fault> ordered(Options options, String low, String high, boolean mayBeEqual) {
        float from = (float) options.number(low);
        float to = (float) options.number(high);
        if (from < to || mayBeEqual && from == to) {
            return List.of();
        }
        Message message =
                ActivationMessages.order(name(), low, options.number(low), high, options.number(high), mayBeEqual);
        return List.of(new Fault(high, message));
    }

    /** @return a function of the runtime's that is made from the values of options */
    static Operand.Function function(Emission emission, String factory, String... options) {
        return new Operand.Function(
                factory, Stream.of(options).map(emission.options()::number).toList(), emission.name());
    }
}
