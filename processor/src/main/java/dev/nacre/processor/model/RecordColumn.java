package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A component of a record in the tensor that stands for records: one column, or one per constant of an enum.
 *
 * @param component the component
 * @param form what its columns hold
 * @param at the index of its first column
 * @param places for an enum the number of places of its constants, with one for null where that is allowed; else 0
 * @param missing whether null, and NaN for a number, is allowed
 */
public record RecordColumn(Declarations.Component component, Form form, int at, int places, boolean missing) {
    /** What columns hold. */
    public enum Form {
        /** A number, NaN where it is missing. */
        NUMBER,
        /** 0 or 1, NaN where it is missing. */
        FLAG,
        /** One column per place, one of them 1. */
        ONE_HOT,
        /** The index of the place. */
        PLACE
    }

    /** @return the columns of a record whose components are all sound, in order */
    public static List<RecordColumn> of(Declarations.RecordType record) {
        List<RecordColumn> columns = new ArrayList<>();
        int at = 0;
        for (Declarations.Component component : record.components()) {
            RecordColumn column = of(component, at);
            columns.add(column);
            at += column.width();
        }
        return List.copyOf(columns);
    }

    /** @return the number of columns of a record */
    public static int width(Declarations.RecordType record) {
        return of(record).stream().mapToInt(RecordColumn::width).sum();
    }

    private static RecordColumn of(Declarations.Component component, int at) {
        boolean declared = has(component, "Missing");
        return switch (component.kind()) {
            case NUMBER ->
                new RecordColumn(
                        component,
                        Form.NUMBER,
                        at,
                        0,
                        mayBeMissing(component)
                                && (declared || has(component, "Standardize") || has(component, "MinMax")));
            case BOOLEAN -> new RecordColumn(component, Form.FLAG, at, 0, declared);
            case ENUM -> {
                int constants = component.enumType().orElseThrow().constants().size();
                Form form = has(component, "Embedding") ? Form.PLACE : Form.ONE_HOT;
                yield new RecordColumn(component, form, at, declared ? constants + 1 : constants, declared);
            }
            case OTHER -> throw new IllegalArgumentException("no columns for " + component);
        };
    }

    /** @return whether its type has a value for what is missing: null or NaN */
    static boolean mayBeMissing(Declarations.Component component) {
        return !Set.of("byte", "short", "int", "long", "boolean").contains(component.type());
    }

    private static boolean has(Declarations.Component component, String annotation) {
        return component.stack().stream().anyMatch(layer -> layer.name().equals(annotation));
    }

    /** @return the number of columns */
    public int width() {
        return form == Form.ONE_HOT ? places : 1;
    }

    /** @return the columns for people: {@code 4..6 port, one-hot: SOUTHAMPTON, QUEENSTOWN, missing} */
    public String described() {
        String index = width() == 1 ? String.valueOf(at) : at + ".." + (at + width() - 1);
        return index + " " + component.name()
                + switch (form) {
                    case NUMBER -> missing ? ", NaN where missing" : "";
                    case FLAG -> missing ? ", 0 or 1, NaN where missing" : ", 0 or 1";
                    case ONE_HOT -> ", one-hot: " + constants();
                    case PLACE -> ", index into " + constants();
                };
    }

    private String constants() {
        List<String> constants =
                new ArrayList<>(component.enumType().orElseThrow().constants());
        if (constants.size() > 6) {
            constants.subList(2, constants.size() - 1).clear();
            constants.add(2, "...");
        }
        if (missing) {
            constants.add("missing");
        }
        return String.join(", ", constants);
    }
}
