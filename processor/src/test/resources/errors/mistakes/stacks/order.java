// What may not stand where it stands.
@Network
@In(4)
@Dense(3)
@CrossEntropy // wrong
@ReLU
@Dense(3)
interface LossInside {}
@Network
@In(4)
@Dense(3)
@Concat // wrong
interface Merging {}
@Network
@In(4)
@Dense(3)
@Repeat(3) // wrong
interface Repeating {}
