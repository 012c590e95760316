package dev.nacre.verification.dropout;

import dev.nacre.annotations.AlphaDropout;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.FeatureAlphaDropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Shared;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.tensor.Tensor;

/** Layers whose elements share decisions, and those that keep moments, in the form of {@link DropoutNetworks}. */
final class SharedNetworks {
    private SharedNetworks() {}

    /** 24 channels of 3x3. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface Spatial {
        @SpatialDropout(0.3)
        Tensor p30(@In({24, 3, 3}) Tensor x);

        @SpatialDropout(0.5)
        Tensor p50(Tensor x);

        @SpatialDropout(0.5)
        Tensor p50again(Tensor x);

        @Dropout(value = 0.5, shared = Shared.POSITIONS)
        Tensor positions(Tensor x);

        @Dropout(
                value = 0.5,
                noiseShape = {24, 1, 1})
        Tensor noise(Tensor x);

        @SpatialDropout(0)
        Tensor none(Tensor x);

        @SpatialDropout(1)
        Tensor all(Tensor x);

        @Concat
        Tensor out(Tensor p30, Tensor p50, Tensor p50again, Tensor positions, Tensor noise, Tensor none, Tensor all);
    }

    /** 7 time steps of 32 features. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface Times {
        @Dropout(value = 0.3, shared = Shared.TIME)
        Tensor p30(@In({7, 32}) Tensor x);

        @Dropout(value = 0.5, shared = Shared.TIME)
        Tensor inputs(Tensor x);

        @Dropout(value = 0.5, shared = Shared.TIME)
        Tensor states(Tensor x);

        @Dropout(value = 0, shared = Shared.TIME)
        Tensor none(Tensor x);

        @Dropout(value = 1, shared = Shared.TIME)
        Tensor all(Tensor x);

        @Concat
        Tensor out(Tensor p30, Tensor inputs, Tensor states, Tensor none, Tensor all);
    }

    /** A decision for each sample. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface Paths {
        @DropPath(0.3)
        Tensor p30(@In(6) Tensor x);

        @DropPath(0.5)
        Tensor p50(Tensor x);

        @DropPath(0.5)
        Tensor p50again(Tensor x);

        @Concat
        Tensor out(Tensor p30, Tensor p50, Tensor p50again);
    }

    /** Of N(0, 1). */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:alpha-dropout-without-selu"})
    interface Alpha {
        @AlphaDropout(0.1)
        Tensor p10(@In({100, 1}) Tensor x);

        @AlphaDropout(0.5)
        Tensor p50(Tensor x);

        @FeatureAlphaDropout(0.2)
        Tensor channels(Tensor x);

        @Concat
        Tensor out(Tensor p10, Tensor p50, Tensor channels);
    }
}
