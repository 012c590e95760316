// A pipeline is no network.
@Stack
@Network
@Dense(3)
@interface Both {} // wrong
@Stack
@Dense(3)
@ReLU
@interface Hidden {}
@Network
interface Net {
    @Use(Hidden.class) Tensor a(@In(4) Tensor image); // wrong
}
