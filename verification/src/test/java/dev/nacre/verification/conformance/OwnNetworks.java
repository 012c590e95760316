package dev.nacre.verification.conformance;

import dev.nacre.annotations.GroupNorm;
import dev.nacre.annotations.In;
import dev.nacre.annotations.InstanceNorm;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Pad;

/** What PyTorch computes in the cases made here, declared. */
final class OwnNetworks {
    private OwnNetworks() {}

    @Network
    @In({3, 4, 5})
    @Pad({-1, 0, -1, -2})
    interface Crop {}

    @Network
    @In({3, 4, 5})
    @Pad(
            value = {-1, 1, 2, -3},
            constant = 0.5)
    interface CropConstant {}

    @Network
    @In({3, 4, 5})
    @Pad(
            value = {3, -1, -2, 2},
            mode = Pad.Mode.REFLECT)
    interface CropReflect {}

    @Network
    @In({3, 5})
    @Pad(
            value = {3, -3},
            mode = Pad.Mode.REFLECT)
    interface CropReflectLine {}

    @Network
    @In({3, 4, 5})
    @Pad(
            value = {3, -3, -2, 6},
            mode = Pad.Mode.REPLICATE)
    interface CropReplicate {}

    @Network
    @In({6, 4, 5})
    @GroupNorm(groups = 3)
    interface Groups {}

    @Network
    @In({6, 7})
    @GroupNorm(groups = 1)
    interface OneGroup {}

    @Network
    @In(6)
    @GroupNorm(groups = 2, affine = false)
    interface PlainGroups {}

    @Network
    @In({6, 4, 5})
    @InstanceNorm
    interface Instances {}

    @Network
    @In({6, 9})
    @InstanceNorm(affine = true)
    interface AffineInstances {}

    @Network
    @In({6, 4, 5})
    @InstanceNorm(affine = true, trackRunning = true)
    interface Tracked {}

    @Network
    @In({6, 5})
    @InstanceNorm(trackRunning = true, momentum = 0.3)
    interface PlainTracked {}
}
