import dev.nacre.annotations.*;

@Network
@In({4, 3})
@Dense(5)
@Flatten
@Softmax
final class Unnamed {}
