package dev.nacre.io;

import java.nio.ByteBuffer;

/** The element types that are read, and how each becomes {@code float}. */
enum ElementType {
    F32(4),
    F64(8),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    BOOL(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one element. */
    int bytes() {
        return bytes;
    }

    /** Converts the first elements of a little-endian buffer. Without a class for each type: a first prediction waits for them. */
    void decode(ByteBuffer from, float[] to, int at, int count) {
        if (this == F32) {
            from.asFloatBuffer().get(to, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            to[at + i] = element(from, i * bytes);
        }
    }

    private float element(ByteBuffer from, int at) {
        if (this == F64) {
            return (float) from.getDouble(at);
        } else if (this == F16) {
            return half(from.getShort(at));
        } else if (this == BF16) {
            return Float.intBitsToFloat(from.getShort(at) << 16);
        } else if (this == I64) {
            return from.getLong(at);
        } else if (this == I32) {
            return from.getInt(at);
        }
        return from.get(at) == 0 ? 0f : 1f;
    }

    static ElementType of(String name, String tensor) throws SafeTensorsException {
        for (ElementType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new SafeTensorsException("tensor " + Text.quote(tensor) + " has elements of type " + Text.quote(name)
                + ": supported are F32, F64, F16, BF16, I64, I32 and BOOL");
    }

    /** IEEE 754 binary16, which the class library converts from Java 20 on only. */
    static float half(short bits) {
        int exponent = (bits >>> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        int sign = (bits & 0x8000) << 16;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f80_0000 | (fraction << 13));
        }
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | ((exponent + 112) << 23) | (fraction << 13));
    }
}
