package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Both networks on few images: they learn something, and all that they write is there. */
class ImageExamplesTest {
    private static final String SHIPPED = "data/fashion-mnist";
    private static final Pattern VERDICT = Pattern.compile("test accuracy (0\\.\\d{4}) after (\\d+) epochs");

    @TempDir
    Path folder;

    private Output run(Callable<Integer> example, String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "--data";
        all[1] = SHIPPED;
        all[2] = "--output";
        all[3] = folder.toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return Output.of(() -> Launcher.run(example, all));
    }

    private static double accuracy(Output output) {
        Matcher verdict = VERDICT.matcher(output.out());
        assertTrue(verdict.find(), output.out() + output.err());
        return Double.parseDouble(verdict.group(1));
    }

    @Test
    void leNetLearnsAndReports() throws Exception {
        Output output = run(new LeNetExample(), "--images", "2000", "--epochs", "2", "--batch-size", "50");
        assertEquals(0, output.exitCode(), output.err());
        assertTrue(output.out().contains("(2,000 training and 2,000 test images)"), output.out());
        assertTrue(accuracy(output) > 0.6, output.out());
        assertTrue(Files.size(folder.resolve("lenet.safetensors")) > 4 * 60_000);

        Document page = page();
        assertEquals(List.of("curves", "confusion", "mistakes"), sections(page));
        // Two curves, two samples of lines, one matrix.
        assertEquals(5, page.getElementsByTagName("svg").getLength());
        Element pictures = (Element) page.getElementsByTagName("ul").item(0);
        int mistakes = (int) Math.round(2000 * (1 - accuracy(output)));
        assertEquals(Math.min(80, mistakes), pictures.getElementsByTagName("li").getLength());
        String source = ((Element) pictures.getElementsByTagName("img").item(0)).getAttribute("src");
        byte[] png = Base64.getDecoder().decode(source.substring("data:image/png;base64,".length()));
        assertEquals(28, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        String text = Files.readString(folder.resolve("report.html"));
        assertTrue(text.contains(mistakes + " of 2,000 images are misclassified."), "mistakes");
        assertFalse(text.contains("http://") || text.contains("https://"), "the page needs nothing but itself");
    }

    @Test
    void theSameCommandGivesTheSameWeightsAndPage() throws IOException {
        String[] options = {"--images", "300", "--epochs", "1", "--batch-size", "50"};
        run(new LeNetExample(), options);
        byte[] weights = Files.readAllBytes(folder.resolve("lenet.safetensors"));
        String page = Files.readString(folder.resolve("report.html"));
        run(new LeNetExample(), options);
        assertTrue(Arrays.equals(weights, Files.readAllBytes(folder.resolve("lenet.safetensors"))));
        assertEquals(page, Files.readString(folder.resolve("report.html")));
    }

    @Test
    void resNetRuns() throws Exception {
        Output output = run(new ResNetExample(), "--images", "192", "--epochs", "2", "--batch-size", "32");
        assertEquals(0, output.exitCode(), output.err());
        assertTrue(output.out().contains("network: ResNet, "), output.out());
        // A dozen steps are too few for the running statistics, by which test images are normalised: the training
        // itself must show it.
        List<Double> losses = output.out()
                .lines()
                .filter(line -> line.matches(" +[12] .*"))
                .map(line -> Double.valueOf(line.trim().split("\\s+")[1]))
                .toList();
        assertEquals(2, losses.size(), output.out());
        assertTrue(losses.get(1) < losses.get(0), output.out());
        assertTrue(Files.size(folder.resolve("resnet.safetensors")) > 4 * 174_970);
        assertEquals(List.of("curves", "confusion", "mistakes"), sections(page()));
    }

    private Document page() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("report.html").toFile());
    }

    private static List<String> sections(Document page) {
        return IntStream.range(0, page.getElementsByTagName("section").getLength())
                .mapToObj(i -> ((Element) page.getElementsByTagName("section").item(i)).getAttribute("id"))
                .toList();
    }

    @Test
    void wrongNumbersAreOneClearLine() {
        Output output = run(new LeNetExample(), "--epochs", "0");
        assertEquals(1, output.exitCode());
        assertEquals("error: epochs 0: at least 1", output.err().strip());
    }
}
