package dev.nacre.data;

import dev.nacre.tensor.Shape;
import dev.nacre.training.file.IoMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder with a folder of images for each class; immutable:
 *
 * <pre>{@code
 * ImageFolder pets = ImageFolder.of(Path.of("pets/train")).scaledTo(64, 64);     // pets/train/cat/1.jpg, pets/train/dog/a.png, ...
 * Dataset training = pets.read();
 * Dataset test = ImageFolder.of(Path.of("pets/test")).classes(pets.classes()).scaledTo(64, 64).read();
 * }</pre>
 *
 * <p>Classes are the names of the folders, sorted; images are the files {@code .png}, {@code .jpg} and {@code .jpeg} in them, sorted by name. Hidden
 * files and files with other endings are passed over. Samples are channels x height x width in [0, 1], and stay bytes until a batch is gathered.
 */
public final class ImageFolder {
    private final Path folder;
    private final List<String> classes;
    private final PixelReader pixels;

    private ImageFolder(Path folder, List<String> classes, PixelReader pixels) {
        this.folder = folder;
        this.classes = classes;
        this.pixels = pixels;
    }

    /**
     * @param folder a folder of folders of images
     * @return these images in colour, each to have the size of the first
     */
    public static ImageFolder of(Path folder) {
        return new ImageFolder(Objects.requireNonNull(folder, "folder"), List.of(), new PixelReader(3, 0, 0, false));
    }

    /** @return the same images with one channel: 0.299 red + 0.587 green + 0.114 blue */
    public ImageFolder grey() {
        return with(new PixelReader(1, pixels.height(), pixels.width(), pixels.scales()));
    }

    /**
     * @param height of all images
     * @param width of all images
     * @return the same images, of which none may have another size
     * @throws IllegalArgumentException if a size is below 1
     */
    public ImageFolder size(int height, int width) {
        return sized(height, width, false);
    }

    /**
     * @param height of the samples
     * @param width of the samples
     * @return the same images, of which those that have another size are scaled to this one, linearly and over all pixels that become
     *     one; the ratio of height to width is not kept
     * @throws IllegalArgumentException if a size is below 1
     */
    public ImageFolder scaledTo(int height, int width) {
        return sized(height, width, true);
    }

    private ImageFolder sized(int height, int width, boolean scales) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("images of " + height + "x" + width + " pixels: at least 1x1");
        }
        return with(new PixelReader(pixels.channels(), height, width, scales));
    }

    /**
     * @param names the classes in their order, as of a training set that these images belong to; there may be none of some
     * @return the same images, in these classes
     * @throws IllegalArgumentException if there is no name, or one twice
     */
    public ImageFolder classes(List<String> names) {
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("classes " + names + ": at least one name, and each once");
        }
        return new ImageFolder(folder, List.copyOf(names), pixels);
    }

    private ImageFolder with(PixelReader reader) {
        return new ImageFolder(folder, classes, reader);
    }

    /**
     * @return the name of each class, in the order of their indices
     * @throws DataException if there is no such folder, or no folder in it
     */
    public List<String> classes() {
        List<String> found = visible(folder).stream()
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .toList();
        if (found.isEmpty()) {
            throw new DataException(folder, "no folder in it: there should be one for each class, with its images");
        }
        for (String name : found) {
            if (!classes.isEmpty() && !classes.contains(name)) {
                throw new DataException(folder.resolve(name), "is none of the classes " + classes);
            }
        }
        return classes.isEmpty() ? found : classes;
    }

    /**
     * @return a classification
     * @throws DataException if there are no images in a class, one of them cannot be read, is broken, or has another size
     */
    public Dataset read() {
        List<String> names = classes();
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            Path of = folder.resolve(names.get(label));
            if (classes.isEmpty() || Files.isDirectory(of)) {
                List<Path> images = images(of);
                files.addAll(images);
                labels.addAll(Collections.nCopies(images.size(), label));
            }
        }
        PixelReader reader = pixels.height() > 0 ? pixels : pixels.sizeOf(files.get(0));
        return Dataset.of(
                Samples.ofBytes(bytes(files, reader), reader.shape()),
                Labels.classes(labels.stream().mapToInt(Integer::intValue).toArray()));
    }

    private byte[] bytes(List<Path> files, PixelReader reader) {
        int each = reader.shape().elements();
        if ((long) files.size() * each > Shape.MAX_ELEMENTS) {
            throw new DataException(
                    folder,
                    files.size() + " images of " + reader.shape() + ": too many bytes for one data set; scale them to"
                            + " a smaller size");
        }
        byte[] bytes = new byte[files.size() * each];
        DataException[] problems = new DataException[files.size()];
        // Decoding takes longest. Of several broken images always the first is told.
        IntStream.range(0, files.size()).parallel().forEach(file -> {
            try {
                reader.read(files.get(file), bytes, file * each);
            } catch (DataException e) {
                problems[file] = e;
            }
        });
        Stream.of(problems).filter(Objects::nonNull).findFirst().ifPresent(problem -> {
            throw problem;
        });
        return bytes;
    }

    private static List<Path> images(Path folder) {
        List<Path> images = new ArrayList<>();
        for (Path file : visible(folder)) {
            if (Files.isDirectory(file)) {
                throw new DataException(
                        file, "a folder in the folder of a class: images lie in the folder of their class itself");
            }
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg")) {
                images.add(file);
            }
        }
        if (images.isEmpty()) {
            throw new DataException(folder, "no image in it: files that end with .png, .jpg or .jpeg");
        }
        return images;
    }

    private static List<Path> visible(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder, Files.exists(folder) ? "not a folder" : "no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder, "cannot be read: " + IoMessages.reason(e), e);
        }
    }
}
