package dev.cantilever.tools.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Small pictures of numbers, as data URIs. */
final class Raster {

  private Raster() {}

  /** One pixel per number, row 0 at the bottom; NaN stays transparent. */
  static String dataUri(
      double[] values, int rows, int columns, ColourMap colours, double low, double high) {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    double span = high > low ? high - low : 1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        image.setRGB(i % columns, rows - 1 - i / columns, colours.argb((values[i] - low) / span));
      }
    }
    return png(image);
  }

  /** A bar from the lowest colour at the bottom to the highest. */
  static String bar(ColourMap colours) {
    BufferedImage image = new BufferedImage(1, 128, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < image.getHeight(); y++) {
      image.setRGB(0, y, colours.argb(1 - y / (image.getHeight() - 1.0)));
    }
    return png(image);
  }

  private static String png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
