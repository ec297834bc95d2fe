package dev.cantilever.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over the number of measured points, as SVG.
 *
 * @param yLabel what the lines show
 * @param top upper end of the y axis; it begins at 0
 */
record CurveFigure(String title, String caption, String yLabel, double top, List<Curve> curves) {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 220;
  private static final int LEFT = 58;
  private static final int TOP = 12;

  CurveFigure {
    curves = List.copyOf(curves);
  }

  /** One line; {@code values[i]} after i + 1 points. */
  @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
  record Curve(String name, String style, double[] values) {}

  String html() {
    int points = curves.stream().mapToInt(curve -> curve.values().length).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox='0 0 640 290' role='img' aria-label='%s'>".formatted(Html.text(title)));
    svg.append(
        "<rect class='frame' x='%d' y='%d' width='%d' height='%d'/>"
            .formatted(LEFT, TOP, WIDTH, HEIGHT));
    int row = 0;
    for (Curve curve : curves) {
      svg.append(
          "<polyline class='%s' points='%s'/>"
              .formatted(curve.style(), coordinates(curve.values(), points)));
      svg.append(
          "<line class='%s' x1='%d' y1='%d' x2='%d' y2='%d'/>"
              .formatted(
                  curve.style(), LEFT + 14, TOP + 16 + 18 * row, LEFT + 40, TOP + 16 + 18 * row));
      svg.append(label(LEFT + 46, TOP + 20 + 18 * row, "start", curve.name()));
      row++;
    }
    for (int tick = 0; tick <= 4; tick++) {
      svg.append(
          label(
              LEFT - 6, TOP + HEIGHT - tick * HEIGHT / 4 + 4, "end", Html.number(tick * top / 4)));
      svg.append(
          label(
              LEFT + tick * WIDTH / 4,
              TOP + HEIGHT + 16,
              "middle",
              Integer.toString(tick * points / 4)));
    }
    svg.append(label(LEFT + WIDTH / 2, TOP + HEIGHT + 36, "middle", "measured points"));
    svg.append(
        "<text transform='translate(12 %d) rotate(-90)' text-anchor='middle'>%s</text>"
            .formatted(TOP + HEIGHT / 2, Html.text(yLabel)));
    svg.append("</svg>");
    return "<figure class='wide'><figcaption><b>%s</b> %s</figcaption>%s</figure>"
        .formatted(Html.text(title), Html.text(caption), svg);
  }

  private String coordinates(double[] values, int points) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      double x = LEFT + WIDTH * (i + 1.0) / points;
      double y = TOP + HEIGHT * (1 - values[i] / top);
      places.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
    }
    return String.join(" ", places);
  }

  private static String label(int x, int y, String anchor, String text) {
    return "<text x='%d' y='%d' text-anchor='%s'>%s</text>"
        .formatted(x, y, anchor, Html.text(text));
  }
}
