package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;

/** The types that generated code names. */
final class RuntimeTypes {
    static final ClassName TENSOR = ClassName.get("dev.nacre.tensor", "Tensor");
    static final ClassName SHAPE = ClassName.get("dev.nacre.tensor", "Shape");

    static final ClassName KERNELS = ClassName.get("dev.nacre.kernel", "Kernels");
    static final ClassName PACKED_WEIGHTS = ClassName.get("dev.nacre.kernel", "PackedWeights");
    static final ClassName SMALL_WEIGHTS = ClassName.get("dev.nacre.kernel", "SmallWeights");
    static final ClassName PACKED_FILTERS = ClassName.get("dev.nacre.kernel", "PackedFilters");
    static final ClassName ACTIVATION = ClassName.get("dev.nacre.kernel", "Activation");
    static final ClassName REDUCTION = ClassName.get("dev.nacre.kernel", "Reduction");
    static final ClassName MASK = ClassName.get("dev.nacre.kernel", "Mask");
    static final ClassName WINDOW = ClassName.get("dev.nacre.kernel", "Window");
    static final ClassName CONVOLUTION = ClassName.get("dev.nacre.kernel", "Convolution");
    static final ClassName MASK_SHAPE = ClassName.get("dev.nacre.kernel", "MaskShape");
    static final ClassName RANDOM_SLOPES = ClassName.get("dev.nacre.kernel", "RandomSlopes");
    static final ClassName RANDOM_NOISE = ClassName.get("dev.nacre.kernel", "RandomNoise");
    static final ClassName CONNECTIONS = ClassName.get("dev.nacre.kernel", "Connections");
    static final ClassName BATCH_STATISTICS = ClassName.get("dev.nacre.kernel", "BatchStatistics");
    static final ClassName SCALAR = ClassName.get("dev.nacre.kernel", "Scalar");

    static final ClassName NETWORK = ClassName.get("dev.nacre.network", "Network");
    static final ClassName MODE = ClassName.get("dev.nacre.network", "Mode");
    static final ClassName BATCH = ClassName.get("dev.nacre.network", "Batch");
    static final ClassName LABEL = ClassName.get("dev.nacre.network", "Label");
    static final ClassName TARGET = ClassName.get("dev.nacre.network", "Target");
    static final ClassName SAMPLE_WEIGHTS = ClassName.get("dev.nacre.network", "SampleWeights");
    static final ClassName LOSS = ClassName.get("dev.nacre.network", "Loss");
    static final ClassName PARAMETER = ClassName.get("dev.nacre.network", "Parameter");
    static final ClassName PARAMETERS = ClassName.get("dev.nacre.network", "Parameters");
    static final ClassName RUN_STATE = ClassName.get("dev.nacre.network", "RunState");
    static final ClassName NON_FINITE = ClassName.get("dev.nacre.network", "NonFinite");
    static final ClassName RESULT = ClassName.get("dev.nacre.network", "Result");
    static final ClassName DROPOUT_LAYERS = ClassName.get("dev.nacre.network", "DropoutLayers");
    static final ClassName MONTE_CARLO = ClassName.get("dev.nacre.network", "MonteCarlo");
    static final ClassName OUTPUT_KIND = ClassName.get("dev.nacre.network", "OutputKind");
    static final ClassName UNCERTAIN = ClassName.get("dev.nacre.network", "Uncertain");
    static final ClassName CHECKS = ClassName.get("dev.nacre.network", "Checks");
    static final ClassName LABEL_CHECKS = ClassName.get("dev.nacre.network", "LabelChecks");
    static final ClassName INITIALIZERS = ClassName.get("dev.nacre.network", "Initializers");
    static final ClassName FAN = ClassName.get("dev.nacre.network", "Fan");
    static final ClassName CONSTRAINT = ClassName.get("dev.nacre.network", "Constraint");
    static final ClassName FOLDING = ClassName.get("dev.nacre.network", "Folding");
    static final ClassName CHECKPOINT = ClassName.get("dev.nacre.io", "Checkpoint");

    static final ClassName PLAN = ClassName.get("dev.nacre.annotations", "Plan");
    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    private RuntimeTypes() {}
}
