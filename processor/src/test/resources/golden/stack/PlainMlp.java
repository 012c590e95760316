package golden;

import dev.nacre.annotations.*;

@Network
@In(784)
@Dense(256)
@ReLU
@Dropout(0.2)
@Dense(256)
@ReLU
@Dropout(0.5)
@Dense(10)
@CrossEntropy
interface PlainMlp {}
