package dev.nacre.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.nacre.training.file.IoMessages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table from a file of comma-separated values (RFC 4180, UTF-8), as a data set or as a program's own records:
 *
 * <pre>{@code
 * Dataset wines = Csv.read(path).classification("cultivar");          // every other column is an input
 * List<Flower> flowers = Csv.read(path).records(row -> new Flower(row.number("length"), row.number("width")));
 * }</pre>
 */
public final class Csv {
    private final Path file;
    private final List<String> header;
    private final List<CsvRow> rows;

    private Csv(Path file, List<String> header, List<CsvRow> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /**
     * Reads a file whose first line names the columns.
     *
     * @param file the file
     * @return the table
     * @throws DataException if the file cannot be read, has no rows, two columns of one name, or a line with more or fewer
     *     fields than the first
     */
    public static Csv read(Path file) {
        return read(file, true);
    }

    /**
     * Reads a file without names: the columns are called 1, 2, 3 and so on.
     *
     * @param file the file
     * @return the table
     * @throws DataException as {@link #read}
     */
    public static Csv readWithoutHeader(Path file) {
        return read(file, false);
    }

    private static Csv read(Path file, boolean named) {
        List<CsvRecord> records = records(file);
        if (records.size() < (named ? 2 : 1)) {
            throw new DataException(
                    file, "no rows" + (named && !records.isEmpty() ? " after the line with the names" : ""));
        }
        int width = records.get(0).getFieldCount();
        List<String> header = named
                ? records.get(0).getFields().stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList();
        for (String column : header) {
            if (header.indexOf(column) != header.lastIndexOf(column)) {
                throw new DataException(file, "two columns are called \"" + column + "\": give each a name of its own");
            }
        }
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRecord row : records.subList(named ? 1 : 0, records.size())) {
            if (row.getFieldCount() != width) {
                throw new DataException(
                        file,
                        "line " + row.getStartingLineNumber() + " has " + row.getFieldCount() + " fields, but line "
                                + records.get(0).getStartingLineNumber() + " has " + width);
            }
            rows.add(new CsvRow(file, header, row.getStartingLineNumber(), row.getFields()));
        }
        return new Csv(file, header, List.copyOf(rows));
    }

    private static List<CsvRecord> records(Path file) {
        // A reader of our own, because FastCSV's would replace what is not UTF-8 instead of refusing it.
        try (BufferedReader text = Files.newBufferedReader(file)) {
            skipByteOrderMark(text);
            return CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)
                    .stream()
                    .toList();
        } catch (CsvParseException e) {
            throw new DataException(file, e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != 0xFEFF) {
            text.reset();
        }
    }

    private static DataException unreadable(Path file, IOException problem) {
        if (Files.isDirectory(file)) {
            return new DataException(file, "a folder, not a file", problem);
        }
        if (problem instanceof MalformedInputException) {
            return new DataException(file, "not text in UTF-8", problem);
        }
        return new DataException(file, "cannot be read: " + IoMessages.reason(problem), problem);
    }

    /** @return the names of the columns, in order */
    public List<String> columns() {
        return header;
    }

    /** @return the rows, in order */
    public List<CsvRow> rows() {
        return rows;
    }

    /**
     * @param make from a row to an object
     * @param <R> the type of the objects
     * @return an object per row
     * @throws DataException if a field is not what {@code make} asks for
     */
    public <R> List<R> records(Function<CsvRow, R> make) {
        return rows.stream().map(make).toList();
    }

    /**
     * @param column the name of a column
     * @return the different texts in it in alphabetical order: the class index of {@link #classification} counts in it
     * @throws DataException if there is no such column
     */
    public List<String> classes(String column) {
        columnOf(file, header, column);
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(row.text(column)));
        return List.copyOf(names);
    }

    /**
     * @param label the column with the name of the class
     * @param inputs the columns with the numbers of a sample; all others where none is given
     * @return a classification; {@link #classes} names the class of each index
     * @throws DataException if there is no such column, or an input is not a number
     */
    public Dataset classification(String label, String... inputs) {
        List<String> classes = classes(label);
        return encoded(label, inputs).classes(row -> classes.indexOf(row.text(label)));
    }

    /**
     * @param target the column with the number to predict
     * @param inputs the columns with the numbers of a sample; all others where none is given
     * @return a regression with a target of width 1
     * @throws DataException if there is no such column, or a field is not a number
     */
    public Dataset regression(String target, String... inputs) {
        columnOf(file, header, target);
        return encoded(target, inputs).target(row -> row.number(target));
    }

    private Records<CsvRow> encoded(String label, String... inputs) {
        List<String> chosen = inputs.length > 0
                ? List.of(inputs)
                : header.stream().filter(column -> !column.equals(label)).toList();
        if (chosen.isEmpty()) {
            throw new DataException(file, "no column but \"" + label + "\": nothing to predict it from");
        }
        return Records.of(rows, row -> {
            float[] values = new float[chosen.size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = row.number(chosen.get(column));
            }
            return values;
        });
    }

    static int columnOf(Path file, List<String> header, String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new DataException(file, "no column \"" + column + "\"; the columns are " + String.join(", ", header));
        }
        return index;
    }
}
