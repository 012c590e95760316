package dev.nacre.examples.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An image of the test set as the address of a picture that contains it. */
public final class Picture {
    private static final int SIDE = 28;

    private Picture() {}

    /** Dark on light, as clothes on paper. */
    public static String address(float[] pixels, int image) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int grey = Math.round(255 * (1 - pixels[image * SIDE * SIDE + i]));
            picture.getRaster().setSample(i % SIDE, i / SIDE, 0, grey);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "png", new MemoryCacheImageOutputStream(bytes))) {
                throw new IllegalStateException("this Java has no writer for PNG pictures");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture: " + e.getMessage(), e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
