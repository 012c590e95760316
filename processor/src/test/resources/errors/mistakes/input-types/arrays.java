// Inputs as arrays, for which there are tensors.
@Network
interface Net {
    @Dense(3) Tensor a(@In(4) float[] first); // wrong
    @Dense(3) Tensor b(@In(4) Tensor[] second); // wrong
    @Dense(3) Tensor c(@In({2, 4}) float[][] third); // wrong
    @Dense(3) Tensor d(@In(4) java.util.List<Float> fourth); // wrong
    @Dense(3) Tensor e(@In(4) java.nio.FloatBuffer fifth); // wrong
}
