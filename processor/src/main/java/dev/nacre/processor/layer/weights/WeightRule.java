package dev.nacre.processor.layer.weights;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import java.util.Map;
import java.util.Optional;

/**
 * One annotation's meaning that is no layer and says something of layers' weights: how they begin, what holds them, what
 * they cost. Found as a service, so that a new one is one file; stateless.
 */
public interface WeightRule {
    /** @return the annotation's simple name, such as Normal */
    String name();

    /** @return what it is about; a layer has at most one rule of each kind */
    Kind kind();

    /** @return the values that each numeric option may have */
    default Map<String, Range> ranges() {
        return Map.of();
    }

    /** @return what is wrong with options that are each within their range */
    default Optional<Message> contradiction(String annotation, Options options) {
        return Optional.empty();
    }

    /** @return the number of axes that a weight must have */
    default int axes() {
        return 1;
    }

    /** @return how weights begin; empty for what the layer itself says */
    default Optional<ParameterSpec.Initialiser> initialiser(Options options) {
        return Optional.empty();
    }

    /** @return what holds weights after each step of an optimiser */
    default Optional<ParameterSpec.Constraint> constraint(Options options) {
        return Optional.empty();
    }

    /** @return what weights add to the loss */
    default Optional<ParameterSpec.Penalty> penalty(Options options) {
        return Optional.empty();
    }

    /**
     * @param weight the weight's name
     * @return the masks on the weight in training
     */
    default Optional<Operand.Connections> connections(String weight, Options options) {
        return Optional.empty();
    }

    /** @return whether parameters are kept as they are */
    default boolean freezes(Options options) {
        return false;
    }

    /** What a rule is about. Where several apply, they do so in this order. */
    enum Kind {
        INITIALISER("initialiser", Layer.Trait.INITIALISED),
        FREEZING("parameter to keep", Layer.Trait.PARAMETERS),
        SIGN("constraint", Layer.Trait.INITIALISED),
        NORM("constraint", Layer.Trait.INITIALISED),
        L1("penalty", Layer.Trait.INITIALISED),
        L2("penalty", Layer.Trait.INITIALISED),
        CONNECTIONS("mask on its weights", Layer.Trait.CONNECTED);

        private final String word;
        private final Layer.Trait trait;

        Kind(String word, Layer.Trait trait) {
            this.word = word;
            this.trait = trait;
        }

        /** @return what it is, for people */
        public String word() {
            return word;
        }

        /** @return the trait of the layers that rules of this kind may be for */
        public Layer.Trait trait() {
            return trait;
        }
    }
}
