// Kinds of types that the language does not know.
import java.util.Map;
@Network
interface Net {
    @Dense(3) Map<String, ? extends Tensor[]>[] a(@In(4) Tensor image); // wrong
    @Dense(3) Tensor b(Map.Entry<?, int[][]> image); // wrong
    @Dense(3) Tensor c(Integer image); // wrong
    @Dense(3) Tensor d(Object image); // wrong
    @Dense(3) Tensor fine(Tensor image);
}
