// A stack whose input is forgotten.
@Network
@Dense(3)
@ReLU
class Net {} // wrong
