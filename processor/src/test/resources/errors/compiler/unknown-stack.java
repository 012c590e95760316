// Pipelines whose @Stack or layers the compiler does not know.
@Stak @Dense(3) @interface Hidden {} // wrong
@Stack @Foo @interface Nothing {} // wrong
@Stak @Foo @interface Both {} // wrong wrong
@Network
interface Net {
    @Hidden Tensor a(@In(4) Tensor image);
    @Nothing Tensor b(Tensor a);
    @Both Tensor c(Tensor b);
}
