// A pipeline with an option.
@Stack
@Dense(3)
@interface Hidden {
    int units() default 3; // wrong
}
@Network
interface Net {
    @Hidden Tensor hidden(@In(4) Tensor image);
}
