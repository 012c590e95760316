// An annotation type.
@Network
@In(4)
@Dense(3)
@interface Net {} // wrong
