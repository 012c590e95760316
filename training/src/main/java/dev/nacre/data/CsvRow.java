package dev.nacre.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One line of a {@link Csv}: its fields by the name of their column. */
public final class CsvRow {
    private final Path file;
    private final List<String> header;
    private final long line;
    private final List<String> fields;

    CsvRow(Path file, List<String> header, long line, List<String> fields) {
        this.file = file;
        this.header = header;
        this.line = line;
        this.fields = fields;
    }

    /**
     * @param column the name of a column
     * @return the field, without white space around it
     * @throws DataException if there is no such column
     */
    public String text(String column) {
        return fields.get(Csv.columnOf(file, header, column)).strip();
    }

    /**
     * @param column the name of a column
     * @return the field as a number
     * @throws DataException if there is no such column, or the field is not a finite number
     */
    public float number(String column) {
        String text = text(column);
        try {
            float value = Float.parseFloat(text);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new DataException(file, notANumber(column, text), e);
        }
        throw new DataException(file, notANumber(column, text));
    }

    /**
     * @param column the name of a column
     * @param type an enum
     * @param <E> the enum
     * @return the constant whose name is the field; case does not matter, and spaces and hyphens are underscores
     * @throws DataException if there is no such column or constant
     */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        String text = text(column);
        String name = text.replaceAll("[ -]", "_");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new DataException(
                file, place(column) + ": \"" + text + "\" is none of " + Arrays.toString(type.getEnumConstants()));
    }

    private String notANumber(String column, String text) {
        return place(column) + ": \"" + text + "\" is not a number; digits with a point are expected, such as 5.1";
    }

    private String place(String column) {
        return "line " + line + ", column \"" + column + "\"";
    }
}
