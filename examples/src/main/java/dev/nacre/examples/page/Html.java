package dev.nacre.examples.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Writes HTML that is well-formed XML too: whatever is opened is closed, whatever is text is escaped. */
public final class Html {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern EMPHASIS = Pattern.compile("\\*(\\p{Alpha}[^*<>]*)\\*");

    /** 784-256-256-10: sizes of layers, which stay on one line. */
    private static final Pattern SIZES = Pattern.compile("\\b\\d+(?:-\\d+){2,}\\b");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Text in which `code` and *emphasis* are marked, as HTML. */
    public static String inline(String text) {
        String code = CODE.matcher(escape(text)).replaceAll("<code>$1</code>");
        String sizes = SIZES.matcher(EMPHASIS.matcher(code).replaceAll("<em>$1</em>"))
                .replaceAll("<span class=\"whole\">$0</span>");
        return sizes.replace(" ± ", "\u00a0±\u00a0").replace(" %", "\u00a0%").replace(" points", "\u00a0points");
    }

    /** @param attributes name, value, name, value... */
    public Html open(String tag, String... attributes) {
        tag(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
    }

    public Html close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element without content. */
    public Html empty(String tag, String... attributes) {
        tag(tag, attributes);
        out.append("/>");
        return this;
    }

    public Html element(String tag, String text, String... attributes) {
        open(tag, attributes);
        out.append(inline(text));
        return close();
    }

    public Html paragraph(String text) {
        return element("p", text);
    }

    /** What another writer wrote. */
    public Html add(String html) {
        out.append(html);
        return this;
    }

    /** A table whose first column is words and whose other columns are numbers. */
    public Html table(String caption, List<String> head, List<List<String>> rows) {
        open("div", "class", "scroll").open("table").element("caption", caption);
        open("thead").open("tr");
        head.forEach(cell -> element("th", cell, "scope", "col"));
        close().close().open("tbody");
        for (List<String> row : rows) {
            open("tr").element("th", row.get(0), "scope", "row");
            row.stream().skip(1).forEach(cell -> element("td", cell));
            close();
        }
        return close().close().close();
    }

    /** Charts side by side, as many as there is room for. */
    public Html figure(String caption, String legend, List<String> charts) {
        open("figure").open("div", "class", charts.size() % 3 == 0 ? "panels" : "panels wide");
        charts.forEach(this::add);
        close().add(legend).element("figcaption", caption);
        return close();
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
