// A loss of several predictions behind other layers, and at the end of a stack on a type.
@Network
interface Net {
    @Dense(4) Tensor a(@In(4) Tensor x);
    @Add @Triplet Loss nearer(Tensor a, Tensor x); // wrong
    @Dense(4) @Contrastive Loss together(Tensor a, boolean differ); // wrong
}
@Network
@In(4)
@Dense(4)
@GaussianNLL // wrong
interface Stacked {}
