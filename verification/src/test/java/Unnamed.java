import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Softmax;

/** A stack on a class in the default package. */
@Network
@SuppressWarnings("DefaultPackage")
@In({4, 3})
@Dense(5)
@Flatten
@Softmax
final class Unnamed {}
