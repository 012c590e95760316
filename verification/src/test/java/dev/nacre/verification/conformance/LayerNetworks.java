package dev.nacre.verification.conformance;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.Average;
import dev.nacre.annotations.Bilinear;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Divide;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LayerNorm;
import dev.nacre.annotations.Max;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Permute;
import dev.nacre.annotations.RMSNorm;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.Slice;
import dev.nacre.annotations.Split;
import dev.nacre.annotations.Subtract;
import dev.nacre.annotations.Transpose;
import dev.nacre.tensor.Tensor;

/** What PyTorch and ONNX compute with layers that change shapes, merge and normalise each sample, declared. */
final class LayerNetworks {
    private LayerNetworks() {}

    // PyTorch

    @Network
    interface BilinearPair {
        @Bilinear(2)
        Tensor y(@In(3) Tensor a, @In(4) Tensor b);
    }

    @Network
    @In(9)
    @LayerNorm
    interface Layer9 {}

    @Network
    @In({3, 4})
    @LayerNorm(axes = 2)
    interface Layer3x4 {}

    @Network
    @In(7)
    @LayerNorm(affine = false)
    interface Layer7 {}

    @Network
    @In(9)
    @RMSNorm(epsilon = 1e-6)
    interface Rms9 {}

    // ONNX: products and norms

    /** {@code a} transposed, times {@code b}. */
    @Network
    @In({6, 3})
    @Transpose
    @Dense(4)
    interface GemmTransposed {}

    @Network
    @In({4, 3})
    @Transpose
    @Dense(5)
    interface GemmAll {}

    @Network
    interface Addmm {
        @Dense(4)
        Tensor first(@In(3) Tensor x);

        @Add
        Tensor second(@Dense(value = 4, bias = false) Tensor x, Tensor first);
    }

    @Network
    @In(4)
    @LayerNorm
    interface Layer4 {}

    @Network
    @In({2, 3, 5})
    @LayerNorm(axes = 3, epsilon = 0.1)
    interface Layer2x3x5 {}

    @Network
    @In({3, 5})
    @LayerNorm(axes = 2, epsilon = 0.1)
    interface Layer3x5 {}

    @Network
    @In({3, 5})
    @LayerNorm(epsilon = 0.1)
    interface LayerOf5 {}

    @Network
    @In({2, 3, 4, 5})
    @LayerNorm(axes = 4)
    interface Layer2x3x4x5 {}

    @Network
    @In({3, 4, 5})
    @LayerNorm
    interface LayerLastOf3 {}

    @Network
    @In({3, 4, 5})
    @LayerNorm(axes = 2)
    interface LayerLastTwoOf3 {}

    // ONNX: shapes

    @Network
    @In({3, 4})
    @Reshape({-1, 2})
    interface ReshapeOpen {}

    @Network
    @In({2, 3, 4})
    @Reshape({-1, 2, 3, 4})
    interface ReshapeExtended {}

    @Network
    @In({2, 3, 4})
    @Reshape(24)
    interface ReshapeOne {}

    @Network
    @In({3, 4})
    @Reshape(12)
    interface ReshapeReduced {}

    @Network
    @In({2, 3, 4})
    @Reshape({4, 2, 3})
    interface ReshapeAll {}

    @Network
    @In({3, 4})
    @Reshape({4, 3})
    interface ReshapeLast {}

    @Network
    @In({9, 4, 4})
    @Reshape({1, 3, 3, 4, 4})
    @Permute({0, 3, 1, 4, 2})
    @Reshape({1, 12, 12})
    interface PixelShuffle {}

    @Network
    @In({2, 3, 4, 5})
    @Reshape({-1, 5})
    interface Flatten24x5 {}

    @Network
    @In({2, 3, 4, 5})
    @Reshape({6, -1})
    interface Flatten6x20 {}

    @Network
    @In({2, 3, 4, 5})
    @Reshape({1, -1})
    interface Flatten1x120 {}

    @Network
    @In({1, 3, 4, 5})
    @Reshape({3, 4, 5})
    interface SqueezeFirst {}

    @Network
    @In({3, 1, 5})
    @Reshape({3, 5})
    interface SqueezeMiddle {}

    @Network
    @In({4, 5})
    @Reshape({4, 1, 5})
    interface Unsqueeze2 {}

    @Network
    @In({4, 5})
    @Reshape({4, 5, 1})
    interface Unsqueeze3 {}

    @Network
    @In({4, 5})
    @Reshape({1, 4, 5, 1})
    interface UnsqueezeTwo {}

    @Network
    @In({4, 5})
    @Reshape({4, 1, 5, 1, 1})
    interface UnsqueezeThree {}

    @Network
    @In({3, 4})
    @Permute({0, 1})
    interface Permute012 {}

    @Network
    @In({2, 3, 4})
    @Permute({1, 0, 2})
    interface Permute102 {}

    @Network
    @In({2, 3, 4})
    @Permute({1, 2, 0})
    interface Permute120 {}

    @Network
    @In({2, 3, 4})
    @Permute({2, 0, 1})
    interface Permute201 {}

    @Network
    @In({2, 3, 4})
    @Permute({2, 1, 0})
    interface Permute210 {}

    @Network
    @In({2, 3, 4})
    @Transpose(first = 0)
    interface Transpose210 {}

    @Network
    @In({1, 1, 1, 1, 1})
    @Permute({0, 3, 1, 4, 2})
    interface PermuteOnes {}

    @Network
    @In({20, 10, 5})
    @Slice(from = 0, to = 3)
    @Slice(axis = 1, from = 0, to = 10)
    interface SliceTwo {}

    @Network
    @In({20, 10, 5})
    @Slice(axis = 0, from = 0, to = 20)
    @Slice(axis = 1, from = 0, to = 10)
    @Slice(axis = 2, from = 3, to = 4)
    interface SliceThree {}

    @Network
    @In({20, 10, 5})
    @Slice(axis = 0, from = 0, to = 20)
    @Slice(axis = -2, from = 0, to = 10)
    @Slice(axis = -1, from = 3, to = 4)
    interface SliceNegativeAxes {}

    @Network
    @In({20, 10, 5})
    @Slice(axis = 1, from = 1)
    interface SliceToTheEnd {}

    @Network
    @In({20, 10, 5})
    @Slice(axis = 1, from = 0, to = -1)
    interface SliceToTheLast {}

    @Network
    interface SplitHalves {
        @Split(parts = 2, index = 0)
        Tensor output1(@In(6) Tensor input);

        @Split(parts = 2, index = 1)
        Tensor output2(Tensor input);
    }

    @Network
    interface SplitThirds {
        @Split(parts = 3, index = 0)
        Tensor output1(@In(6) Tensor input);

        @Split(parts = 3, index = 1)
        Tensor output2(Tensor input);

        @Split(parts = 3, index = 2)
        Tensor output3(Tensor input);
    }

    @Network
    interface SplitUneven {
        @Split(
                sizes = {2, 4},
                index = 0)
        Tensor output1(@In(6) Tensor input);

        @Split(
                sizes = {2, 4},
                index = 1)
        Tensor output2(Tensor input);
    }

    @Network
    interface Chunks {
        @Split(
                sizes = {2, 1},
                index = 0)
        Tensor output1(@In(3) Tensor input);

        @Split(
                sizes = {2, 1},
                index = -1)
        Tensor output2(Tensor input);
    }

    // ONNX: merges

    @Network
    interface Max3 {
        @Max
        Tensor y(@In(3) Tensor a, @In(3) Tensor b);
    }

    @Network
    interface Max4 {
        @Max
        Tensor y(@In(4) Tensor a, @In(4) Tensor b);
    }

    @Network
    interface MeanOfTwo {
        @Average
        Tensor y(@In(3) Tensor a, @In(3) Tensor b);
    }

    @Network
    interface MeanOfThree {
        @Average
        Tensor y(@In(3) Tensor a, @In(3) Tensor b, @In(3) Tensor c);
    }

    @Network
    interface Sum3 {
        @Add
        Tensor y(@In(3) Tensor a, @In(3) Tensor b);
    }

    @Network
    interface Difference3 {
        @Subtract
        Tensor y(@In(3) Tensor a, @In(3) Tensor b);
    }

    @Network
    interface Quotient2 {
        @Divide
        Tensor y(@In(2) Tensor a, @In(2) Tensor b);
    }

    @Network
    interface ConcatRows {
        @Concat
        Tensor y(@In({2, 2}) Tensor a, @In({2, 2}) Tensor b);
    }

    @Network
    interface ConcatRowsNegative {
        @Concat(axis = -2)
        Tensor y(@In({2, 2}) Tensor a, @In({2, 2}) Tensor b);
    }

    @Network
    interface ConcatCubes {
        @Concat
        Tensor y(@In({2, 2, 2}) Tensor a, @In({2, 2, 2}) Tensor b);
    }

    @Network
    interface ConcatCubesNegative {
        @Concat(axis = -3)
        Tensor y(@In({2, 2, 2}) Tensor a, @In({2, 2, 2}) Tensor b);
    }
}
