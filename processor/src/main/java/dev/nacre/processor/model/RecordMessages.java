package dev.nacre.processor.model;

import java.util.Locale;

/** What users read about the components of records, and about the layers that stand on them. */
public final class RecordMessages {
    private RecordMessages() {}

    static Message misplaced(String annotation, String component) {
        return new Message(
                annotation + " cannot stand on " + component
                        + ": a component takes @Standardize, @MinMax, @Embedding and @Missing",
                "put it on a block that reads the record");
    }

    static Message twice(String annotation, String component, String first) {
        return new Message(
                annotation + " on " + component + ", which " + first + " scales already; one of them is enough",
                "remove one of the two");
    }

    static Message scalesNumbers(String annotation, String component, boolean isEnum) {
        return new Message(
                annotation + " on " + component + ": it scales numbers, and this is none",
                isEnum
                        ? "remove it for a one-hot vector, or write @Embedding(size) for a learned one"
                        : "remove it: a boolean is 0 or 1");
    }

    static Message embedsEnums(String annotation, String component) {
        return new Message(
                annotation + " on " + component + ": it stands for the constants of an enum, and this is none",
                "remove it, or make the component an enum");
    }

    static Message neverMissing(String annotation, String component, String type) {
        String box = type.equals("int") ? "Integer" : type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        return new Message(
                annotation + " on " + component + ": " + article(type) + " is never missing",
                "make the component " + article(box) + ", or remove " + annotation);
    }

    static Message missingEnum(String annotation, String component, boolean embedded) {
        return new Message(
                annotation + " on " + component + ": a missing enum has "
                        + (embedded ? "a learned vector" : "an element of the one-hot vector")
                        + " of its own, and needs no number",
                "write @Missing alone");
    }

    /** @param low as written, before it was rounded to float */
    public static Message emptyRange(double low, double high) {
        return new Message(
                "@MinMax from " + Placed.number(low) + " to " + Placed.number(high)
                        + " is no range: low must be below high",
                "exchange or change them");
    }

    static Message tooWide(Declarations.Type record, long elements) {
        return new Message(
                "record " + record.display() + " would become a vector of " + elements + " elements; at most "
                        + Integer.MAX_VALUE + " are possible",
                "choose smaller embeddings");
    }

    /** @return {@code component age of record Passenger, a float} */
    static String component(Declarations.Type record, Declarations.Component component) {
        return "component " + component.name() + " of record " + record.display() + ", " + article(component.type());
    }

    private static String article(String noun) {
        return ("aeiouAEIOU".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
