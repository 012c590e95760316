/**
 * What generated networks call and what programs that use them see: tensors, arithmetic, networks, optimisers and
 * files. Needs nothing but {@code java.base}; the Vector API makes it faster where it is switched on.
 */
module dev.nacre.runtime {
    exports dev.nacre.io;
    exports dev.nacre.kernel;
    exports dev.nacre.network;
    exports dev.nacre.optimizer;
    exports dev.nacre.tensor;
}
