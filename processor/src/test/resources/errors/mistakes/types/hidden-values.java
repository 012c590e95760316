// Records and enums that generated code cannot see.
class Outer {
    private enum Colour { RED, GREEN }
    private record Point(float x, float y) {}
    @Network
    interface Net {
        @Dense Tensor logits(@In Point point); // wrong
        @CrossEntropy Loss loss(Tensor logits, Colour colour); // wrong
    }
}
