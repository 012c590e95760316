// What the user's own code has on it does not matter: everything else is checked.
@Network
interface Net {
    @Dense(2) Tensor a(@In(4) Tensor image);
    @Dense(0) Tensor b(Tensor a); // wrong
    @Foo default int own() { return 3; } // wrong
}
