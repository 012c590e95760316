// Components that are no numbers.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Person person);
}
record Person(
        float height,
        String name, // wrong
        char initial, // wrong
        float[] scores, // wrong
        Boolean known) {}
