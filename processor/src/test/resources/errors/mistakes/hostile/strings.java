// Strings that would end a comment or close a class, beside a mistake.
@SuppressWarnings({"*/ }", "nacre:*/", "\u002a/ class X {", "nacre:"})
@Network
interface Net {
    @SuppressWarnings("nacre:\n*/") @Dense(-1) Tensor hidden(@In(4) Tensor image); // wrong
}
