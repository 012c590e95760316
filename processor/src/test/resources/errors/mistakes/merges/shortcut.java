// A residual block whose shortcut has another shape.
@Network
interface Residual {
    @Dense(64) @ReLU Tensor narrow(@In({7, 128}) Tensor image);
    @Dense(32) @BatchNorm Tensor deep(Tensor narrow);
    @Add @ReLU Tensor out(Tensor deep, @Dense(48) @BatchNorm Tensor image); // wrong
}
