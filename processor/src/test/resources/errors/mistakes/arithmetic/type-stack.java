// Among repeated layers, where the compiler alone knows which one it is.
@Network
@In(4)
@Dense(3)
@ReLU
@Dense(
        value = 65537 * 65537) // wrong
class Net {}
@Network
@In(65537 * 65537) // wrong
@Dense(3)
class Wide {}
