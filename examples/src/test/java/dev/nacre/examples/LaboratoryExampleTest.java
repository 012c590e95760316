package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The whole laboratory in its tiny size, in which no result means anything but all code runs. */
class LaboratoryExampleTest {
    private static final List<String> SECTIONS = List.of(
            "Small numbers",
            "The documents’ networks",
            "More epochs, and inside the hidden layers",
            "Dropout, weight decay, BatchNorm",
            "The family",
            "How sure is it?",
            "The ensemble",
            "Finding the rates");

    @TempDir
    static Path folder;

    private static String report;
    private static Document document;

    private static Output run(Path file) {
        return Output.of(() -> Launcher.run(
                new LaboratoryExample(), "--size", "tiny", "--data", "data/fashion-mnist", "--out", file.toString()));
    }

    private static String written(String name) throws IOException {
        Path file = folder.resolve(name);
        Output output = run(file);
        assertEquals(0, output.exitCode(), output.err());
        assertTrue(output.out().contains("report: " + file), output.out());
        return Files.readString(file);
    }

    @BeforeAll
    static void writeAndParse() throws Exception {
        report = written("report.html");
        document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Element within, String tag) {
        NodeList found = within.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element section(int number) {
        return elements(document.getDocumentElement(), "section").stream()
                .filter(section -> section.getAttribute("id").equals("s" + number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasAllSectionsEachWithClaimsAndEvidence() {
        for (int number = 1; number <= SECTIONS.size(); number++) {
            Element section = section(number);
            String heading = elements(section, "h2").get(0).getTextContent();
            assertEquals(number + SECTIONS.get(number - 1), heading.replace("\n", ""));
            assertTrue(elements(section, "table").size() >= 2, "claims and numbers in " + heading);
            assertTrue(elements(section, "tr").size() >= 4, heading);
            assertTrue(elements(section, "figure").size() >= 1, heading);
        }
        assertEquals(16, elements(section(6), "img").size());
    }

    @Test
    void needsNothingButItself() {
        assertFalse(report.contains("http"), "an address");
        assertFalse(report.contains("<script"), "a script");
        assertFalse(report.contains("<link"), "a link to another file");
        assertFalse(report.contains("url("), "a file of the style sheet");
        assertFalse(report.contains("@import"), "another style sheet");
        Matcher sources = Pattern.compile("src=\"([^\"]*)\"").matcher(report);
        while (sources.find()) {
            assertTrue(sources.group(1).startsWith("data:image/png;base64,"), sources.group(1));
        }
        Matcher targets = Pattern.compile("href=\"([^\"]*)\"").matcher(report);
        while (targets.find()) {
            assertTrue(targets.group(1).matches("#s[1-8]"), targets.group(1));
        }
        assertFalse(report.contains("NaN"), "a number that is none");
        assertFalse(report.contains("Infinity"), "a number that is none");
    }

    @Test
    void smallNumbersAreTheDocuments() {
        Element section = section(1);
        List<Element> claims = elements(elements(section, "table").get(0), "tr");
        assertTrue(claims.get(1).getTextContent().contains("[2 0 6 0 10]"));
        assertTrue(claims.get(2).getTextContent().contains("[1 2 3 4 5]"));
        assertTrue(claims.get(3).getTextContent().contains("[1 0 3 0 5] in training, [0.5 1 1.5 2 2.5] in inference"));
        for (int claim = 1; claim <= 6; claim++) {
            assertEquals("holds", verdict(claims.get(claim)), claims.get(claim).getTextContent());
        }
        assertEquals("does not hold", verdict(claims.get(7)), "Nacre stores no masks");
    }

    @Test
    void whatIsExactIsExactInAnySize() {
        Element classic = elements(elements(section(5), "table").get(0), "tr").get(1);
        assertEquals("holds", verdict(classic), classic.getTextContent());
        Element ensemble = elements(elements(section(7), "table").get(0), "tr").get(1);
        assertEquals("holds", verdict(ensemble), ensemble.getTextContent());
    }

    private static String verdict(Element claim) {
        return elements(claim, "td").get(2).getTextContent().strip();
    }

    @Test
    void theSameSeedGivesTheSameReport() throws IOException {
        assertEquals(withoutTime(report), withoutTime(written("again.html")));
    }

    private static String withoutTime(String html) {
        return html.replaceAll("<p class=\"time\">[^<]*</p>", "");
    }

    @Test
    void aFileThatCannotBeWrittenIsOneClearLineBeforeAllTrainings() {
        Path file = folder.resolve("missing").resolve("report.html");
        Output output = run(file);
        assertEquals(1, output.exitCode());
        assertEquals(
                "error: cannot write the report to " + file
                        + ": give a file in a folder that exists and can be written, with --out",
                output.err().strip());
        assertEquals("", output.out());
    }
}
