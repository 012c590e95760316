package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    private static final String PETS = "height, weight,kind\n30,4.5,cat\n\n60,25,\"big, dog\"\n31,5,cat\n";

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    @Test
    void everyOtherColumnIsAnInput() throws IOException {
        Csv csv = Csv.read(write("\uFEFF" + PETS));
        assertEquals(List.of("height", "weight", "kind"), csv.columns());
        assertEquals(List.of("big, dog", "cat"), csv.classes("kind"));
        Batch batch = csv.classification("kind").batches(3).iterator().next();
        assertArrayEquals(
                new float[] {30, 4.5f, 60, 25, 31, 5}, batch.inputs().get(0).toArray());
        assertArrayEquals(new int[] {1, 0, 1}, (int[]) batch.labels().get(0));
    }

    @Test
    void inputsCanBeChosen() throws IOException {
        Batch batch = Csv.read(write(PETS))
                .regression("weight", "height")
                .batches(3)
                .iterator()
                .next();
        assertArrayEquals(new int[] {3, 1}, batch.inputs().get(0).shape());
        assertArrayEquals(new float[] {4.5f, 25, 5}, ((Tensor) batch.labels().get(0)).toArray());
    }

    @Test
    void columnsWithoutNamesAreNumbered() throws IOException {
        Batch batch = Csv.readWithoutHeader(write("1,2\n3,4\n"))
                .regression("2")
                .batches(2)
                .iterator()
                .next();
        assertArrayEquals(new float[] {1, 3}, batch.inputs().get(0).toArray());
    }

    @Test
    void rowsBecomeRecords() throws IOException {
        record Job(Thread.State state, String note, float hours) {}
        Csv csv = Csv.read(write("state,note,hours\ntimed waiting, a ,1.5\nnew,b,2\n"));
        assertEquals(
                List.of(new Job(Thread.State.TIMED_WAITING, "a", 1.5f), new Job(Thread.State.NEW, "b", 2)),
                csv.records(row ->
                        new Job(row.constant("state", Thread.State.class), row.text("note"), row.number("hours"))));
    }

    @Test
    void namesFileLineColumnAndValue() throws IOException {
        assertProblem(
                "line 4, column \"height\": \"x\" is not a number; digits with a point are expected, such as 5.1",
                "height,kind\n1,a\n\nx,b\n");
        assertProblem(
                "line 2, column \"height\": \"NaN\" is not a number; digits with a point are expected, such as 5.1",
                "height,kind\nNaN,a\n");
        assertProblem("line 3 has 1 fields, but line 1 has 2", "height,kind\n1,a\n2\n");
        assertProblem("no column \"kind\"; the columns are height, sort", "height,sort\n1,a\n");
        assertProblem("two columns are called \"kind\": give each a name of its own", "kind,kind\n1,a\n");
        assertProblem("no rows after the line with the names", "height,kind\n");
        assertProblem("no rows", "");
        assertProblem("no column but \"kind\": nothing to predict it from", "kind\na\n");
    }

    private void assertProblem(String problem, String text) throws IOException {
        Path file = write(text);
        assertEquals(
                file + ": " + problem,
                assertThrows(DataException.class, () -> Csv.read(file).classification("kind"))
                        .getMessage());
    }

    @Test
    void anUnknownConstantListsTheKnownOnes() throws IOException {
        Path file = write("size\nhuge\n");
        enum Size {
            SMALL,
            LARGE
        }
        assertEquals(
                file + ": line 2, column \"size\": \"huge\" is none of [SMALL, LARGE]",
                assertThrows(DataException.class, () -> Csv.read(file).records(row -> row.constant("size", Size.class)))
                        .getMessage());
    }

    @Test
    void unreadableFilesAreOneClearLine() throws IOException {
        assertUnreadable(folder.resolve("missing"), ": cannot be read: no such file or folder");
        assertUnreadable(folder, ": a folder, not a file");
        Path latin = Files.write(folder.resolve("latin.csv"), "a,b\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertUnreadable(latin, ": not text in UTF-8");
        String message = assertThrows(DataException.class, () -> Csv.read(write("a,b\n1,\"open\n")))
                .getMessage();
        assertTrue(message.startsWith(folder.resolve("data.csv") + ": ") && !message.contains("\n"), message);
    }

    private static void assertUnreadable(Path file, String problem) {
        assertEquals(
                file + problem,
                assertThrows(DataException.class, () -> Csv.read(file)).getMessage());
    }
}
