package dev.nacre.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
    @TempDir
    Path folder;

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z.weight", Tensor.of(new float[] {1, -2.5f, Float.NaN, Float.MIN_VALUE, -0f, 6}, 2, 3));
        tensors.put("scalar", Tensor.view(new float[] {7}, Shape.of()));
        tensors.put("empty", Tensor.zeros(0, 5));
        tensors.put("größe \"\\ \uD83D\uDE00", Tensor.of(new float[] {8}));
        return tensors;
    }

    private Path written(Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        Path file = folder.resolve("written.safetensors");
        SafeTensors.write(file, tensors, metadata);
        return file;
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Map<String, String> metadata = Map.of("a", "line\nbreak \u0001", "b", "\"quoted\" \\", "c", "");
        SafeTensors read = SafeTensors.read(written(tensors(), metadata));
        assertEquals(metadata, read.metadata());
        assertEquals(List.copyOf(tensors().keySet()), List.copyOf(read.tensors().keySet()));
        tensors().forEach((name, tensor) -> {
            assertEquals(tensor.sizes(), read.tensors().get(name).sizes());
            assertArrayEquals(tensor.toArray(), read.tensors().get(name).toArray());
        });
    }

    @Test
    void readsTensorsLargerThanItsBuffer() throws IOException {
        float[] values = new float[50_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Path file = written(Map.of("large", Tensor.of(values)), Map.of());
        assertArrayEquals(values, SafeTensors.read(file).tensors().get("large").toArray());
    }

    @Test
    void writesTheFormatByteByByte() throws IOException {
        byte[] bytes = Files.readAllBytes(written(Map.of("w", Tensor.of(new float[] {1, -2}, 1, 2)), Map.of("k", "v")));
        String header =
                "{\"__metadata__\":{\"k\":\"v\"},\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
        int padded = (header.length() + 7) / 8 * 8;
        assertTrue(padded > header.length());
        ByteBuffer expected = ByteBuffer.allocate(8 + padded + 8).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded).put(header.getBytes(StandardCharsets.US_ASCII));
        while (expected.position() < 8 + padded) {
            expected.put((byte) ' ');
        }
        expected.putFloat(1).putFloat(-2);
        assertArrayEquals(expected.array(), bytes);
    }

    @Test
    void orderOfMetadataDoesNotMatter() throws IOException {
        Map<String, String> forth = new LinkedHashMap<>();
        forth.put("a", "1");
        forth.put("b", "2");
        Map<String, String> back = new LinkedHashMap<>();
        back.put("b", "2");
        back.put("a", "1");
        byte[] first = Files.readAllBytes(written(tensors(), forth));
        assertArrayEquals(first, Files.readAllBytes(written(tensors(), back)));
    }

    @Test
    void writesOnlyTheTensorOfALongerArray() throws IOException {
        Tensor view = Tensor.view(new float[] {1, 2, 3, 4}, Shape.of(2));
        SafeTensors read = SafeTensors.read(written(Map.of("view", view), Map.of()));
        assertArrayEquals(new float[] {1, 2}, read.tensors().get("view").toArray());
    }

    @Test
    void holdsNoTensors() throws IOException {
        SafeTensors read = SafeTensors.read(written(Map.of(), Map.of()));
        assertTrue(read.tensors().isEmpty());
        assertTrue(read.metadata().isEmpty());
        assertEquals(
                Map.of("k", "v"),
                SafeTensors.read(written(Map.of(), Map.of("k", "v"))).metadata());
    }

    @Test
    void refusesToWriteWhatReadersRefuse() {
        Tensor tensor = Tensor.zeros(1);
        for (String name : List.of("__metadata__", "a\u0000b", "a\nb", "\uD83D")) {
            assertThrows(IllegalArgumentException.class, () -> written(Map.of(name, tensor), Map.of()), name);
        }
        assertThrows(IllegalArgumentException.class, () -> written(Map.of(), Map.of("k", "\uDE00")));
    }

    @Test
    void convertsOtherTypes() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(16 + 8 + 8 + 16 + 8 + 3).order(ByteOrder.LITTLE_ENDIAN);
        data.putDouble(0.1).putDouble(1e300);
        data.putShort((short) 0x3555)
                .putShort((short) 0x8001)
                .putShort((short) 0xfc00)
                .putShort((short) 0x7bff);
        data.putShort((short) 0x3f80)
                .putShort((short) 0xc049)
                .putShort((short) 0x7fc0)
                .putShort((short) 0x0001);
        data.putLong(-3).putLong((1L << 40) + 1);
        data.putInt(7).putInt(Integer.MIN_VALUE);
        data.put((byte) 1).put((byte) 0).put((byte) -1);
        Path file = HostileFilesTest.file(folder, """
                 {"d":{"dtype":"F64","shape":[2],"data_offsets":[0,16]},
                  "h":{"dtype":"F16","shape":[4],"data_offsets":[16,24]},
                  "b":{"shape":[4],"data_offsets":[24,32],"dtype":"BF16"},
                  "l":{"dtype":"I64","shape":[2],"data_offsets":[32,48]},
                  "i":{"dtype":"I32","shape":[2],"data_offsets":[48,56]},
                  "t":{"dtype":"BOOL","shape":[3],"data_offsets":[56,59]}}\
                 """, data.array());
        Map<String, Tensor> read = SafeTensors.read(file).tensors();
        assertArrayEquals(
                new float[] {0.1f, Float.POSITIVE_INFINITY}, read.get("d").toArray());
        assertArrayEquals(
                new float[] {0x1.554p-2f, -0x1p-24f, Float.NEGATIVE_INFINITY, 65504},
                read.get("h").toArray());
        assertArrayEquals(
                new float[] {1, -3.140625f, Float.NaN, Float.intBitsToFloat(0x10000)},
                read.get("b").toArray());
        assertArrayEquals(new float[] {-3, 0x1p40f}, read.get("l").toArray());
        assertArrayEquals(new float[] {7, -0x1p31f}, read.get("i").toArray());
        assertArrayEquals(new float[] {1, 0, 1}, read.get("t").toArray());
    }

    @Test
    void convertsEveryHalf() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            int exponent = (bits >> 10) & 31;
            double fraction = (bits & 1023) / 1024.0;
            double magnitude = exponent == 0 ? fraction * 0x1p-14 : (1 + fraction) * Math.pow(2, exponent - 15);
            if (exponent == 31) {
                magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            }
            double expected = bits >= 1 << 15 ? -magnitude : magnitude;
            assertEquals((float) expected, ElementType.half((short) bits));
        }
    }

    @Test
    void tensorsMayLieInAnyOrder() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1)
                .putFloat(2);
        Path file = HostileFilesTest.file(folder, """
                 {"second":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},
                  "none":{"dtype":"F32","shape":[0],"data_offsets":[4,4]},
                  "first":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}\
                 """, data.array());
        Map<String, Tensor> read = SafeTensors.read(file).tensors();
        assertEquals(1, read.get("first").get());
        assertEquals(2, read.get("second").get(0));
        assertEquals(0, read.get("none").elements());
        assertEquals(List.of("second", "none", "first"), List.copyOf(read.keySet()));
    }

    @Test
    void understandsEscapes() throws IOException {
        Path file = HostileFilesTest.file(
                folder, "{\"__metadata__\":{\"\\u0041\\/\\t\":\"\\\"\\\\\\b\\f\\n\\r\\ud83d\\ude00\"}}", new byte[0]);
        assertEquals(
                Map.of("A/\t", "\"\\\b\f\n\r\uD83D\uDE00"),
                SafeTensors.read(file).metadata());
    }

    @Test
    void namesAreAnyText() throws IOException {
        Map<String, Tensor> tensors = Map.of("\uFFFD Gewichte \u4e2d \uD83D\uDE00", Tensor.of(new float[] {1, 2}));
        Path file = folder.resolve("names");
        SafeTensors.write(file, tensors, Map.of());
        assertEquals(tensors.keySet(), SafeTensors.read(file).tensors().keySet());
    }

    @Test
    void readsFromOtherFileSystems() throws IOException {
        Path file = folder.resolve("weights");
        SafeTensors.write(file, Map.of("w", Tensor.of(new float[] {1, 2, 3})), Map.of());
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("weights.zip"), Map.of("create", "true"))) {
            Path packed = Files.copy(file, zip.getPath("weights"));
            assertArrayEquals(
                    new float[] {1, 2, 3},
                    SafeTensors.read(packed).tensors().get("w").toArray());
            assertThrows(NoSuchFileException.class, () -> SafeTensors.read(zip.getPath("none")));
        }
    }

    @Test
    void missingFilesAreMissingFiles() {
        assertThrows(NoSuchFileException.class, () -> SafeTensors.read(folder.resolve("none")));
    }
}
