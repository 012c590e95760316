// A record without components, and one with an enum without constants.
record Nothing() {}
enum Never {}
record Mixed(float x,
        Never never) {} // wrong
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Nothing nothing); // wrong
    @Dense(3) Tensor other(@In Mixed mixed);
}
