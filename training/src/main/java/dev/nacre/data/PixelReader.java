package dev.nacre.data;

import dev.nacre.tensor.Shape;
import dev.nacre.training.file.IoMessages;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads the pixels of PNG and JPEG files, channels first.
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param height of the samples; 0 while it is not known
 * @param width of the samples
 * @param scales whether an image of another size is scaled; else it is refused
 */
record PixelReader(int channels, int height, int width, boolean scales) {
    /** What is larger is no photograph, and would fill the memory before anybody could look at it. */
    private static final long MOST_PIXELS = 1L << 27;

    /** Of the warnings of the JPEG reader those that say that pixels are lost. */
    private static final Pattern DAMAGE = Pattern.compile("(?i)premature|corrupt|truncated");

    Shape shape() {
        return Shape.of(channels, height, width);
    }

    PixelReader sizeOf(Path file) {
        return open(file, reader -> new PixelReader(channels, reader.getHeight(0), reader.getWidth(0), scales));
    }

    void read(Path file, byte[] into, int offset) {
        BufferedImage image = open(file, reader -> {
            int foundHeight = reader.getHeight(0);
            int foundWidth = reader.getWidth(0);
            if (!scales && (foundHeight != height || foundWidth != width)) {
                throw new DataException(
                        file,
                        foundHeight + "x" + foundWidth + " pixels (height x width), expected " + height + "x" + width
                                + ": scaledTo(height, width) scales images to one size");
            }
            if ((long) foundHeight * foundWidth > MOST_PIXELS) {
                throw new DataException(
                        file, foundHeight + "x" + foundWidth + " pixels: at most " + MOST_PIXELS + " in all");
            }
            return reader.read(0);
        });
        byte[] planes = planes(image);
        if (image.getHeight() == height && image.getWidth() == width) {
            System.arraycopy(planes, 0, into, offset, planes.length);
        } else {
            for (int channel = 0; channel < channels; channel++) {
                Scaling.scale(
                        planes,
                        channel * image.getHeight() * image.getWidth(),
                        image.getHeight(),
                        image.getWidth(),
                        into,
                        offset + channel * height * width,
                        height,
                        width);
            }
        }
    }

    private interface Action<T> {
        T on(ImageReader reader) throws IOException;
    }

    private static <T> T open(Path file, Action<T> action) {
        // The stream of images does not close what it reads from.
        try (InputStream bytes = Files.newInputStream(file);
                ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException(file, "not a PNG or JPEG image, whatever its name says");
            }
            ImageReader reader = readers.next();
            try {
                List<String> damage = new ArrayList<>();
                reader.addIIOReadWarningListener((source, warning) -> damage.add(warning));
                reader.setInput(in, true, true);
                T result = action.on(reader);
                // What is cut off would otherwise be a grey rest.
                damage.stream()
                        .filter(warning -> DAMAGE.matcher(warning).find())
                        .findFirst()
                        .ifPresent(warning -> {
                            throw new DataException(file, "broken image: " + warning);
                        });
                return result;
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException(file, "broken or not supported: " + IoMessages.reason(e), e);
        } catch (RuntimeException e) {
            // The decoders answer some damage by whatever exception it leads to.
            throw new DataException(file, "broken image: " + e, e);
        }
    }

    private byte[] planes(BufferedImage image) {
        int pixels = image.getHeight() * image.getWidth();
        byte[] planes = new byte[channels * pixels];
        Raster raster = image.getRaster();
        // getRGB takes stored grey for linear light and would make it brighter.
        boolean grey = raster.getNumBands() < 3 && !(image.getColorModel() instanceof IndexColorModel);
        int depth = grey ? image.getColorModel().getComponentSize(0) : 8;
        for (int pixel = 0; pixel < pixels; pixel++) {
            int row = pixel / image.getWidth();
            int column = pixel % image.getWidth();
            int rgb;
            if (grey) {
                int value = raster.getSample(column, row, 0) >>> depth - 8;
                rgb = value << 16 | value << 8 | value;
            } else {
                rgb = image.getRGB(column, row);
            }
            if (channels == 1) {
                planes[pixel] = (byte) luma(rgb);
            } else {
                planes[pixel] = (byte) (rgb >> 16);
                planes[pixels + pixel] = (byte) (rgb >> 8);
                planes[2 * pixels + pixel] = (byte) rgb;
            }
        }
        return planes;
    }

    /** ITU-R BT.601 in 16 bits, whose weights add up to 1: grey stays as it is. */
    private static int luma(int rgb) {
        return (19595 * (rgb >> 16 & 0xFF) + 38470 * (rgb >> 8 & 0xFF) + 7471 * (rgb & 0xFF) + 0x8000) >> 16;
    }
}
