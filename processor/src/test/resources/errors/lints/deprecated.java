// What is deprecated is used by generated code, and warned of where the user uses it alone.
@Deprecated
class Old {
    @Network
    @Deprecated
    interface Net {
        @Dense @Deprecated Tensor logits(@In Point point);
        @CrossEntropy Loss loss(Tensor logits, Colour colour);
    }
    @Deprecated(forRemoval = true) enum Colour { RED, GREEN }
    @Deprecated record Point(@Deprecated float x, Colour colour) {}
}
