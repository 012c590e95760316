package dev.nacre.benchmarks.peers;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import dev.nacre.benchmarks.ImageNetwork;
import java.util.List;

/** DJL's blocks for LeNet and ResNet-20, layer by layer what Nacre's declarations say. */
final class DjlImages {
    private DjlImages() {}

    static Block of(ImageNetwork network) {
        return switch (network) {
            case LENET -> leNet();
            case RESNET20 -> resNet20();
        };
    }

    private static Block leNet() {
        return new SequentialBlock()
                .add(conv(6, 5, 1, 2, true))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(conv(16, 5, 1, 0, true))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(120).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(84).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(10).build());
    }

    private static Block resNet20() {
        SequentialBlock all = new SequentialBlock()
                .add(conv(16, 3, 1, 1, false))
                .add(BatchNorm.builder().build())
                .add(Activation::relu);
        for (int channels : new int[] {16, 32, 64}) {
            for (int block = 0; block < 3; block++) {
                all.add(residual(channels, channels > 16 && block == 0)).add(Activation::relu);
            }
        }
        return all.add(Pool.globalAvgPool2dBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
    }

    private static Block residual(int channels, boolean projects) {
        SequentialBlock inner = new SequentialBlock()
                .add(conv(channels, 3, projects ? 2 : 1, 1, false))
                .add(BatchNorm.builder().build())
                .add(Activation::relu)
                .add(conv(channels, 3, 1, 1, false))
                .add(BatchNorm.builder().build());
        Block shortcut = projects
                ? new SequentialBlock()
                        .add(conv(channels, 1, 2, 0, false))
                        .add(BatchNorm.builder().build())
                : Blocks.identityBlock();
        return new ParallelBlock(
                both -> new NDList(
                        both.get(0).singletonOrThrow().add(both.get(1).singletonOrThrow())),
                List.of(inner, shortcut));
    }

    private static Block conv(int channels, int kernel, int stride, int padding, boolean bias) {
        return Conv2d.builder()
                .setFilters(channels)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .optBias(bias)
                .build();
    }
}
