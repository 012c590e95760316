// Shapes of the one input that are none.
@Network
@In // wrong
@Dense(3)
class Missing {}
@Network
@In({3, 0}) // wrong
@Dense(3)
class Zero {}
