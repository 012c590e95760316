// Values that differ in the axes that are not concatenated, and in their number.
@Network
interface Net {
    @Dense(8) Tensor left(@In({5, 4}) Tensor image);
    @Dense(6) Tensor right(Tensor image);
    @Flatten Tensor flat(Tensor image);
    @Concat Tensor rows(Tensor left, Tensor right); // wrong
    @Concat(axis = 1) Tensor columns(Tensor left, Tensor right);
    @Concat(axis = 1) Tensor both(Tensor columns, Tensor flat); // wrong
}
