package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Stacks keep the order in which they are written, whatever the compiler makes of repeated annotations. */
class OrderTest {
    @Test
    void distinctLayersOfMethodsAndParameters() {
        Recorder found = new Javac().read("""

                        @Network
                        interface Net {
                            @Dropout(0.1) @ReLU @Dense(10) @Tanh
                            Tensor out(@Sigmoid @BatchNorm @In(4) @Softmax Tensor x);
                        }
                        """);
        assertEquals(
                "Dropout(0.1) ReLU Dense(10) Tanh",
                Recorder.text(found.block("Net", "out").stack()));
        assertEquals(
                "Sigmoid BatchNorm Softmax",
                Recorder.text(found.block("Net", "out").arguments().get(0).stack()));
    }

    @Test
    void repeatedLayersOfTypes() {
        Recorder found = new Javac().read("""

                        @Network @In(784)
                        @Dense(256) @ReLU @Dropout(0.2)
                        @Dense(value = 128, bias = false) @ReLU() @Dropout
                        @Dense(10) @CrossEntropy
                        interface Net {}
                        """);
        assertEquals(
                "Dense(256) ReLU Dropout(0.2) Dense(false, 128) ReLU Dropout Dense(10) CrossEntropy",
                found.stack("Net"));
        assertEquals(0.5, found.network("Net").stack().get(5).options().get("value"));
    }

    @Test
    void containersWrittenOut() {
        Recorder found = new Javac().read("""

                        @Network @ReLU @Dense.Repeated({@Dense(3), @Dense(2)}) @Tanh @Sigmoid @Tanh @In(4)
                        interface Net {}
                        """);
        assertEquals("ReLU Dense(3) Dense(2) Tanh Sigmoid Tanh", found.stack("Net"));
    }

    @Test
    void aContainerBesideASingleLayerOfItsType() {
        Recorder found = new Javac().read("""

                        @Network @In(4) @Tanh @Dense(5) @Tanh @Dense.Repeated({@Dense(3), @Dense(2)}) @ReLU
                        interface Net {}
                        """);
        assertEquals("Tanh Dense(5) Tanh Dense(3) Dense(2) ReLU", found.stack("Net"));
    }

    @Test
    void qualifiedNamesSingleImportsAndNamesakes() {
        Recorder found = new Javac().read("""
                        package some.where;
                        import dev.nacre.annotations.Network;
                        import dev.nacre.annotations.In;
                        import dev.nacre.annotations.Dense;
                        @Network @In(4)
                        @dev.nacre.annotations.Dense(3) @ReLU @dev.nacre.annotations.ReLU @Dense(2) @ReLU
                        @dev.nacre.annotations.ReLU
                        interface Net {
                            int ReLU = 3;
                        }
                        @java.lang.annotation.Repeatable(ReLUs.class) @interface ReLU {}
                        @interface ReLUs { ReLU[] value(); }
                        """);
        assertEquals("Dense(3) ReLU Dense(2) ReLU", found.stack("some.where.Net"));
    }

    @Test
    void composites() {
        Recorder found = new Javac().read("""

                        @Network @In(4) @Net.Hidden @Dense(10)
                        interface Net {
                            @Stack @Dense(8) @ReLU @Dropout(0.5) @interface Hidden {}
                        }
                        """);
        assertEquals("Dense(8) ReLU Dropout(0.5) Dense(10)", found.stack("Net"));
    }

    @Test
    void nestedCompositesWithRepeats() {
        Recorder found = new Javac().read("""

                        @Network
                        interface Net {
                            @Stack @Dense(8) @ReLU @Dense(7) @ReLU @interface Pair {}
                            @Stack @Tanh @Pair @Tanh @Dense(6) @interface Outer {}
                            @Outer @Sigmoid Tensor out(@In(4) @Pair Tensor x);
                        }
                        """);
        assertEquals(
                "Tanh Dense(8) ReLU Dense(7) ReLU Tanh Dense(6) Sigmoid",
                Recorder.text(found.block("Net", "out").stack()));
        assertEquals(
                "Dense(8) ReLU Dense(7) ReLU",
                Recorder.text(found.block("Net", "out").arguments().get(0).stack()));
    }

    @Test
    void repeatableComposites() {
        Recorder found = new Javac().read("""

                        @Network
                        interface Net {
                            @Stack @Dense(8) @ReLU @java.lang.annotation.Repeatable(Hiddens.class) @interface Hidden {}
                            @interface Hiddens { Hidden[] value(); }
                            @Hidden @Tanh @Hidden Tensor out(@Hidden @Tanh @Hidden @In(4) Tensor x);
                        }
                        """);
        assertEquals(
                "Dense(8) ReLU Tanh Dense(8) ReLU",
                Recorder.text(found.block("Net", "out").stack()));
        assertEquals(
                "Dense(8) ReLU Tanh Dense(8) ReLU",
                Recorder.text(found.block("Net", "out").arguments().get(0).stack()));
    }
}
