// An inner product does not say how wide its values are: its own width is 1.
@Network
interface Net {
    @Dense Tensor open(@In(4) Tensor a); // wrong
    @Dot Tensor unknown(Tensor open, @In(4) Tensor b);
}
