// Dropout that keeps little.
@Network
interface Net {
    @Dropout(0.8) @Dense(3) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) Tensor b(@Dropout(value = 0.75) Tensor a); // wrong
    @Dropout(0.7) @Dense(3) Tensor fine(Tensor b);
    @Dropout(1) @Dense(3) Tensor all(Tensor fine); // wrong
}
@Network
interface OnMethod {
    @SuppressWarnings("nacre:high-dropout")
    @Dropout(0.8) @Dense(3) Tensor a(@In(4) Tensor image);
}
@Network
interface OnParameter {
    @Dense(3) Tensor a(@SuppressWarnings("nacre:high-dropout") @Dropout(0.8) @In(4) Tensor image);
}
@SuppressWarnings("nacre:high-dropout")
@Network
@In(4)
@Dropout(0.8)
@Dense(3)
class OnType {}
class Around {
    @SuppressWarnings("nacre:high-dropout")
    static class Middle {
        @Network
        @In(4)
        @Dropout(0.8)
        @Dense(3)
        static class NotThis {}
    }
}
