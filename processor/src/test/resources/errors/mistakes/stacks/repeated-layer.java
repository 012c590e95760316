// The mistake is in the third of several layers of one kind.
@Network
@In({28, 28})
@Flatten
@Dense(64)
@ReLU
@Dropout(0.5)
@Dense(32)
@ReLU
@Dropout(0.5)
@Dense(
        bias = false,
        value = -10) // wrong
class Net {}
