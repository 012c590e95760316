// Pipelines that contain one another.
@Stack
@Oak
@interface Ash {} // wrong
@Stack
@Dense(3)
@Ash
@interface Oak {}
@Network
interface Net {
    @Oak Tensor hidden(@In(4) Tensor image);
}
