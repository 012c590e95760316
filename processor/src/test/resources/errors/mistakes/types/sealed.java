// A type that only its own subtypes may extend.
@Network
sealed interface Net { // wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    final class Only implements Net {
        @Override
        public Tensor hidden(Tensor image) {
            return image;
        }
    }
}
