package dev.nacre.benchmarks;

import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;

/** The networks of images that are measured, each as it is trained: how many images in a batch, and the optimiser. */
public enum ImageNetwork {
    /** 61,706 parameters, plain descent. */
    LENET(ImageNetwork.LENET_BATCH, 0.1f, 0f) {
        @Override
        public Network create() {
            return LeNetNetwork.create(4);
        }
    },
    /** 20 layers, descent with momentum. */
    RESNET20(ImageNetwork.RESNET20_BATCH, 0.05f, 0.9f) {
        @Override
        public Network create() {
            return ResNet20Network.create(4);
        }
    };

    /** Images in a batch of LeNet. */
    public static final int LENET_BATCH = 64;

    /** Images in a batch of ResNet-20. */
    public static final int RESNET20_BATCH = 128;

    private final int batch;
    private final float rate;
    private final float momentum;

    ImageNetwork(int batch, float rate, float momentum) {
        this.batch = batch;
        this.rate = rate;
        this.momentum = momentum;
    }

    /** @return the images of a batch */
    public int batch() {
        return batch;
    }

    /** @return the learning rate */
    public float rate() {
        return rate;
    }

    /** @return 0 for plain descent */
    public float momentum() {
        return momentum;
    }

    /** @return new weights, always the same */
    public abstract Network create();

    /**
     * @param who trains it
     * @return what makes sure that it learns; a step of ResNet-20 takes long, so it has fewer of them
     */
    public LossCheck check(String who) {
        return new LossCheck(who + ", " + this, this == LENET ? 300 : 30);
    }

    /** @return as a peer's: plain descent or with momentum */
    Optimizer optimizer(Network network) {
        Sgd sgd = Sgd.of(rate);
        return (momentum == 0 ? sgd : sgd.momentum(momentum)).over(network.parameters());
    }
}
