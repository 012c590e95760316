package golden;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Repeat;
import dev.nacre.annotations.Use;
import dev.nacre.tensor.Tensor;

/** A residual network whose branches are dropped the more the deeper they are. */
@Network
interface Deep {
    @Dense(64)
    @DropPath(value = 0.3, linear = true)
    Tensor first(@In(16) Tensor x);

    @Use(Residual.class)
    @Repeat(3)
    Tensor out(Tensor first);
}

/** A block whose shortcut is the identity. */
@Network
interface Residual {
    @Dense(64)
    @ReLU
    Tensor branch(@In(64) Tensor x);

    @Add
    Tensor out(@DropPath(value = 0.4, linear = true) Tensor branch, Tensor x);
}
