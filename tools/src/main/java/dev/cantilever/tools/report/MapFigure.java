package dev.cantilever.tools.report;

import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.Arrays;
import java.util.Locale;

/**
 * A map of the sample as SVG, with axes and a colour bar.
 *
 * @param values one per site; NaN where there is none
 * @param unit beside the colour bar
 * @param centred whether 0 has the middle colour
 */
@SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
record MapFigure(String title, String caption, double[] values, String unit, boolean centred) {

  private static final int SIDE = 250;
  private static final int LEFT = 42;
  private static final int TOP = 10;

  String html(SiteGrid grid) {
    double low = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(0);
    double high = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(1);
    double extreme = Math.max(Math.abs(low), Math.abs(high));
    double from = centred ? -extreme : low;
    double to = centred ? extreme : high;
    ColourMap colours = colours();
    String picture = Raster.dataUri(values, grid.rows(), grid.columns(), colours, from, to);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox='0 0 390 300' role='img' aria-label='%s'>".formatted(Html.text(title)));
    svg.append(
        "<rect class='frame blank' x='%d' y='%d' width='%d' height='%d'/>"
            .formatted(LEFT, TOP, SIDE, SIDE));
    svg.append(image(picture, LEFT, SIDE));
    svg.append(image(Raster.bar(colours), LEFT + SIDE + 14, 14));
    axes(svg, grid);
    int beside = LEFT + SIDE + 33;
    svg.append(label(beside, TOP + 8, "start", Html.number(to)));
    svg.append(label(beside, TOP + SIDE, "start", Html.number(from)));
    svg.append(label(beside, TOP + SIDE / 2, "start", unit));
    svg.append("</svg>");
    return "<figure><figcaption><b>%s</b> %s</figcaption>%s</figure>"
        .formatted(Html.text(title), Html.text(caption), svg);
  }

  /** What a camera for light has taken looks as it does through an eyepiece. */
  private ColourMap colours() {
    if (centred) {
      return ColourMap.DIVERGING;
    }
    return title.equals("Optical") ? ColourMap.GREY : ColourMap.VIRIDIS;
  }

  private static String image(String uri, int x, int width) {
    return "<image x='%d' y='%d' width='%d' height='%d' preserveAspectRatio='none' class='pixels' href='%s'/>"
        .formatted(x, TOP, width, SIDE, uri);
  }

  private static void axes(StringBuilder svg, SiteGrid grid) {
    Prefix prefix = Prefix.of("m", Math.max(grid.width().metres(), grid.height().metres()));
    double width = grid.width().metres() * prefix.factor();
    double height = grid.height().metres() * prefix.factor();
    for (int tick = 0; tick <= 2; tick++) {
      svg.append(
          label(
              LEFT + tick * SIDE / 2,
              TOP + SIDE + 15,
              "middle",
              String.format(Locale.ROOT, "%.1f", tick * width / 2)));
      svg.append(
          label(
              LEFT - 6,
              TOP + SIDE - tick * SIDE / 2 + 4,
              "end",
              String.format(Locale.ROOT, "%.1f", tick * height / 2)));
    }
    svg.append(label(LEFT + SIDE / 2, TOP + SIDE + 31, "middle", "x / " + prefix.unit()));
    svg.append(
        "<text transform='translate(12 %d) rotate(-90)' text-anchor='middle'>y / %s</text>"
            .formatted(TOP + SIDE / 2, prefix.unit()));
  }

  private static String label(int x, int y, String anchor, String text) {
    return "<text x='%d' y='%d' text-anchor='%s'>%s</text>"
        .formatted(x, y, anchor, Html.text(text));
  }
}
