// Pipelines with layers that cannot stand on a component.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
@Stack @Standardize @Dense(3) @ReLU
@interface Hidden {}
@Stack @Normal(0.1)
@interface Small {}
@Stack @Standardize(epsilon = 0.5)
@interface Scaled {}
record Passenger(
        @Hidden float age, // wrong wrong
        @Small float fare, // wrong
        @Scaled float deck) {}
