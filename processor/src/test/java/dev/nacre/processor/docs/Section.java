package dev.nacre.processor.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the language reference says of one annotation: a level-two heading {@code ## @Name} and what follows it.
 *
 * @param name the annotation's simple name
 * @param lines the text, without the heading
 */
record Section(String name, List<String> lines) {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    /** @return the sections of a page, in order */
    static List<Section> of(List<String> page) {
        List<Section> sections = new ArrayList<>();
        boolean code = false;
        for (String line : page) {
            code ^= line.startsWith("```");
            if (!code && line.startsWith("## @")) {
                sections.add(new Section(line.substring(4).strip(), new ArrayList<>()));
            } else if (!sections.isEmpty()) {
                sections.get(sections.size() - 1).lines().add(line);
            }
        }
        return sections;
    }

    boolean says(String word) {
        return lines.stream().anyMatch(line -> line.startsWith("**" + word + ":**"));
    }

    /** @return the rows of the table that begins with a heading, their cells stripped */
    List<List<String>> table(String heading) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("| " + heading + " |")) {
                inside = true;
            } else if (inside && !line.startsWith("|")) {
                break;
            } else if (inside && !line.startsWith("|---")) {
                rows.add(cells(line));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.strip().substring(1).split("(?<!\\\\)\\|")) {
            cells.add(cell.strip().replace("\\|", "|"));
        }
        return cells;
    }

    /** @return the default of each option, as written; "required" for none */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        table("option").forEach(row -> options.put(code(row.get(0)), code(row.get(1))));
        return options;
    }

    /** @return the first line of the error for each wrong piece of code */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        table("wrong").forEach(row -> errors.put(code(row.get(0)), code(row.get(1))));
        return errors;
    }

    List<String> examples() {
        List<String> examples = new ArrayList<>();
        StringBuilder block = null;
        for (String line : lines) {
            if (line.startsWith("```java")) {
                block = new StringBuilder();
            } else if (line.startsWith("```") && block != null) {
                examples.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return examples;
    }

    private static String code(String cell) {
        Matcher matcher = CODE.matcher(cell);
        return matcher.find() ? matcher.group(1) : cell;
    }

    @Override
    public String toString() {
        return "@" + name;
    }
}
