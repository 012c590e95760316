// Parts of an axis that are not there.
@Network
interface Net {
    @Slice(axis = 2) Tensor axis(@In({4, 10}) Tensor x); // wrong
    @Slice(from = 4) Tensor from(Tensor x); // wrong
    @Slice(from = -5) Tensor before(Tensor x); // wrong
    @Slice(axis = 1, to = 11) Tensor to(Tensor x); // wrong
    @Slice(axis = -1, to = -11) Tensor farBefore(Tensor x); // wrong
    @Slice(axis = 1, from = 3, to = 3) Tensor empty(Tensor x); // wrong
    @Slice(axis = 1, from = -2, to = 2) Tensor backwards(Tensor x); // wrong
    @Slice(step = 0) Tensor still(Tensor x); // wrong
    @Slice(step = -1) Tensor reversed(Tensor x); // wrong
    @Slice(to = 0) Tensor nothing(Tensor x); // wrong
}
@Network
interface Fine {
    @Slice(axis = 1, from = -10, to = 10, step = 100) Tensor y(@In({4, 10}) Tensor x);
}
