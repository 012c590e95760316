// A name from which no file system can make that of a class file.
@Network
interface AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA { // wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface 隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠隠 { // wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface Fineaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
