// Names of lints that there are not.
@SuppressWarnings({"unused", "nacre:double-activaton"}) // wrong
@Network
interface Net {
    @SuppressWarnings("nacre:high-drop-out") // wrong
    @Dense(3) @ReLU Tensor a(
            @SuppressWarnings("nacre:") @In(4) Tensor image); // wrong
    @SuppressWarnings({"nacre:anything", "nacre:unknown-lint"}) @Dense(3) Tensor b(Tensor a);
    @SuppressWarnings({"nacre:all", "nacre:more"}) @Dense(3) @ReLU Tensor c(Tensor b);
}
@SuppressWarnings("nacre:nothing at all") // wrong
class NoNetwork {}
