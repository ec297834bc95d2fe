package dev.cantilever.tools.file.tiff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a pixel, from what ImageJ or OME write into the description, else from a resolution
 * per centimetre. A resolution per inch is ignored: it is about paper.
 */
record PixelSize(double x, double y, String unit) {

  private static final PixelSize UNKNOWN = new PixelSize(1, 1, "");
  private static final Pattern IMAGEJ_UNIT = Pattern.compile("(?m)^unit=(.{1,20})$");
  private static final int CENTIMETRE = 3;

  static PixelSize of(Directory page, String description) {
    double perX = ratio(page, 282);
    double perY = ratio(page, 283);
    Matcher imageJ = IMAGEJ_UNIT.matcher(description);
    if (description.startsWith("ImageJ=") && imageJ.find()) {
      return checked(1 / perX, 1 / perY, symbol(imageJ.group(1)));
    }
    if (description.contains("PhysicalSizeX=")) {
      String unit = attribute(description, "PhysicalSizeXUnit");
      return checked(
          number(attribute(description, "PhysicalSizeX")),
          number(attribute(description, "PhysicalSizeY")),
          unit.isEmpty() ? "µm" : symbol(unit));
    }
    if (page.number(296, 2) == CENTIMETRE) {
      return checked(0.01 / perX, 0.01 / perY, "m");
    }
    return UNKNOWN;
  }

  private static PixelSize checked(double x, double y, String unit) {
    boolean sizes = Double.isFinite(x) && Double.isFinite(y) && x > 0 && y > 0;
    return sizes ? new PixelSize(x, y, unit) : UNKNOWN;
  }

  private static double ratio(Directory page, int tag) {
    double[] parts = page.has(tag) ? page.numbers(tag) : new double[0];
    return parts.length == 2 ? parts[0] / parts[1] : Double.NaN;
  }

  private static String attribute(String description, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]{0,40})\"").matcher(description);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static double number(String text) {
    return text.matches("[0-9.eE+-]{1,40}") ? parsed(text) : Double.NaN;
  }

  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      return Double.NaN;
    }
  }

  private static String symbol(String unit) {
    return switch (unit.strip()) {
      case "micron", "microns", "um", "\\u00B5m", "\u00b5m" -> "µm";
      case "pixel", "pixels" -> "";
      default -> unit.strip();
    };
  }
}
