package dev.nacre.io;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that lie about themselves: each is refused with a reason, and none takes more memory than its size. */
class HostileFilesTest {
    private static final String VALID = "{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}";

    @TempDir
    Path folder;

    static Path file(Path folder, String header, byte[] data) throws IOException {
        return file(folder, header.getBytes(StandardCharsets.UTF_8), data);
    }

    private static Path file(Path folder, byte[] header, byte[] data) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header).put(data);
        return Files.write(folder.resolve("hostile.safetensors"), bytes.array());
    }

    private static void assertRefuses(Path file, String reason) {
        String message = assertThrows(SafeTensorsException.class, () -> SafeTensors.read(file))
                .getMessage();
        assertTrue(message.contains(reason), message);
        assertTrue(message.contains(file.toString()), message);
    }

    /** Headers with 8 bytes of data; a quote stands for a double quote. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                                                              | does not begin with '{'
        ` {}`                                                           | does not begin with '{'
        []                                                              | does not begin with '{'
        {                                                               | broken at character 1
        {'w'}                                                           | expected ':'
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}           | expected '}' but found the end of the header
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},}         | expected '"'
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} x        | expected the end of the header but found 'x'
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}{}        | expected the end of the header
        {'w':{'dtype':'F32','shape':[2,],'data_offsets':[0,8]}}         | expected a whole number
        {'w':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}        | expected a whole number
        {'w':{'dtype':'F32','shape':[2e0],'data_offsets':[0,8]}}        | expected a whole number
        {'w':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}         | expected a whole number
        {'w':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}}        | expected a whole number
        {'w':{'dtype':'F32','shape':[02],'data_offsets':[0,8]}}         | a number begins with 0
        {'w':{'dtype':'F32','shape':[9223372036854775808],'data_offsets':[0,8]}} | larger than 2^63 - 1
        {'w':{'dtype':'F32','shape':[4611686018427387904,2],'data_offsets':[0,8]}} | is too large
        {'w':{'dtype':'F32','shape':[2147483647,2147483647],'data_offsets':[0,8]}} | is too large
        {'w':{'dtype':'F32','shape':[65536,65536],'data_offsets':[0,0]}} | is too large
        {'w':{'dtype':'F32','shape':[0,4294967296],'data_offsets':[0,0]}} | is too large
        {'w':{'dtype':'F32','shape':[2147483639],'data_offsets':[0,8]}} | has 8 bytes, but F32 [2147483639] needs 8589934556
        {'w':{'dtype':'F64','shape':[2],'data_offsets':[0,8]}}          | has 8 bytes, but F64 [2] needs 16
        {'w':{'dtype':'F32','shape':[1],'data_offsets':[0,8]}}          | has 8 bytes, but F32 [1] needs 4
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}          | expected [begin, end] with begin <= end <= 8
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}         | expected [begin, end] with begin <= end <= 8
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[0]}}            | expected [begin, end]
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[]}}             | expected [begin, end]
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}}        | more than 2 numbers
        {'w':{'dtype':'F32','shape':[0],'data_offsets':[9223372036854775807,9223372036854775807]}} | begin <= end <= 8
        {'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}          | its tensors end at 4: bytes are left over
        {'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}          | leaving a gap after 0
        {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | inside the tensor before it
        {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | inside the tensor before it
        {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[0],'data_offsets':[8,8]}} | tensor 'a' twice
        {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'\\u0061':{'dtype':'F32','shape':[0],'data_offsets':[8,8]}} | tensor 'a' twice
        {'w':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}} | has the key dtype twice
        {'w':{'dtype':'F32','shape':[2]}}                               | has no data_offsets
        {'w':{'shape':[2],'data_offsets':[0,8]}}                        | has no dtype
        {'w':{'dtype':'F32','data_offsets':[0,8]}}                      | has no shape
        {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}    | unknown key 'x'
        {'w':{'dtype':'F8_E4M3','shape':[8],'data_offsets':[0,8]}}      | supported are F32, F64, F16, BF16, I64, I32 and BOOL
        {'w':{'dtype':32,'shape':[2],'data_offsets':[0,8]}}             | expected '"' but found '3'
        {'w':null}                                                      | expected '{' but found 'n'
        {'w':{}}                                                        | expected '"' but found '}'
        {'w\\u0000':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}   | has a control character
        {'\\ud83d':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}    | half of a surrogate pair
        {'\\x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}        | after a backslash
        {'\\u00g0':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}    | four hexadecimal digits
        {'\\u00                                                         | four hexadecimal digits
        {'\\                                                            | expected an escape
        {'w                                                             | the end of a string
        {'__metadata__':{'a':'1','a':'2'}}                              | has the key 'a' twice
        {'__metadata__':{},'__metadata__':{}}                           | __metadata__ twice
        {'__metadata__':{'a':1}}                                        | expected '"' but found '1'
        {'__metadata__':{'a':{'b':{'c':{}}}}}                           | expected '"' but found '{'
        {'__metadata__':'text'}                                         | expected '{'
        """)
    void refusesHeaders(String header, String reason) throws IOException {
        assertRefuses(file(folder, header == null ? "" : header.replace('\'', '"'), new byte[8]), reason);
    }

    @Test
    void theValidHeaderIsRead() throws IOException {
        Path file = file(folder, VALID.replace('\'', '"') + "  ", new byte[8]);
        assertTrue(SafeTensors.read(file).tensors().containsKey("w"));
    }

    @Test
    void refusesControlCharactersInStrings() throws IOException {
        assertRefuses(file(folder, "{\"w\u0000\":{}}", new byte[0]), "without control characters but found '\\u0000'");
        assertRefuses(file(folder, "{\"w\n\":{}}", new byte[0]), "without control characters");
    }

    @Test
    void refusesDeepNestingWithoutRecursion() throws IOException {
        assertRefuses(file(folder, "{\"w\":" + "{\"a\":".repeat(100_000), new byte[0]), "unknown key 'a'");
        assertRefuses(
                file(folder, "{\"w\":{\"shape\":" + "[".repeat(1_000_000), new byte[0]), "expected a whole number");
    }

    @Test
    void refusesTooManyAxes() throws IOException {
        String shape = "[" + "1,".repeat(1000) + "2]";
        String header = VALID.replace("[2]", shape).replace('\'', '"');
        assertRefuses(file(folder, header, new byte[8]), "a list of more than 64 numbers");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        byte[] header = {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '{', '}', '}'};
        assertRefuses(file(folder, header, new byte[0]), "not UTF-8");
    }

    @Test
    void refusesLongNamesWithAShortMessage() throws IOException {
        Path file = file(folder, "{\"" + "n".repeat(1_000_000) + "\":{\"x\":1}}", new byte[0]);
        String message = assertThrows(SafeTensorsException.class, () -> SafeTensors.read(file))
                .getMessage();
        assertTrue(message.length() < 1000, () -> "length " + message.length());
    }

    @ParameterizedTest
    @CsvSource({
        "100000001, at most 100000000 are allowed",
        "-1, would have 18446744073709551615 bytes",
        "-9223372036854775808, would have 9223372036854775808 bytes",
        "100000000, but the file has only 2 after the length",
        "3, but the file has only 2 after the length",
    })
    void refusesHeaderLengths(long length, String reason) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put((byte) '{').put((byte) '}');
        assertRefuses(Files.write(folder.resolve("length"), bytes.array()), reason);
    }

    @Test
    void refusesTruncatedFilesAtEveryByte() throws IOException {
        byte[] whole = Files.readAllBytes(file(folder, VALID.replace('\'', '"'), new byte[8]));
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("truncated"), java.util.Arrays.copyOf(whole, length));
            assertThrows(SafeTensorsException.class, () -> SafeTensors.read(file), "length " + length);
        }
    }

    @Test
    void refusesMoreDataThanTensors() throws IOException {
        assertRefuses(file(folder, VALID.replace('\'', '"'), new byte[9]), "bytes are left over");
        assertRefuses(file(folder, "{}", new byte[1]), "bytes are left over");
    }

    @Test
    void explainsPyTorchsOwnFormat() throws IOException {
        Path zip =
                Files.write(folder.resolve("weights.pt"), "PK\u0003\u0004 and more".getBytes(StandardCharsets.UTF_8));
        assertRefuses(zip, "safetensors.torch.save_file");
    }

    @Test
    void flippedBitsNeverDoWorseThanARefusal() throws IOException {
        byte[] whole = Files.readAllBytes(file(folder, VALID.replace('\'', '"'), new byte[8]));
        Random random = new Random(42);
        int refused = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] changed = whole.clone();
            for (int flips = 0; flips < 3; flips++) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("flipped"), changed);
            try {
                SafeTensors.read(file);
            } catch (SafeTensorsException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, "only " + refused + " were refused");
    }
}
