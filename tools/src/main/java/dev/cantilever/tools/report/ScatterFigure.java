package dev.cantilever.tools.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Dots, marks and lines over two numbers, as SVG. */
record ScatterFigure(
    String title, String caption, String xLabel, String yLabel, List<Series> series) {

  private static final int WIDTH = 540;
  private static final int HEIGHT = 260;
  private static final int LEFT = 78;
  private static final int TOP = 12;

  ScatterFigure {
    series = List.copyOf(series);
  }

  /**
   * One set of points.
   *
   * @param style {@code dots}, {@code marks} or {@code line}
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
  record Series(String name, String style, double[] x, double[] y) {}

  String html() {
    Span within = Span.of(series.stream().flatMapToDouble(one -> Arrays.stream(one.x())));
    Span across = xLabel.equals("trial") ? within.fromZero() : within;
    Span up = Span.of(series.stream().flatMapToDouble(one -> Arrays.stream(one.y())));
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox='0 0 640 330' role='img' aria-label='%s'>".formatted(Html.text(title)));
    svg.append(
        "<rect class='frame' x='%d' y='%d' width='%d' height='%d'/>"
            .formatted(LEFT, TOP, WIDTH, HEIGHT));
    for (int row = 0; row < series.size(); row++) {
      points(svg, series.get(row), across, up);
      legend(svg, series.get(row), row);
    }
    axes(svg, across, up);
    svg.append("</svg>");
    return "<figure class='wide'><figcaption><b>%s</b> %s</figcaption>%s</figure>"
        .formatted(Html.text(title), Html.text(caption), svg);
  }

  private static void points(StringBuilder svg, Series one, Span across, Span up) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < one.x().length; i++) {
      double x = LEFT + WIDTH * across.share(one.x()[i]);
      double y = TOP + HEIGHT * (1 - up.share(one.y()[i]));
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      if (!one.style().equals("line")) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle class='%s' cx='%.1f' cy='%.1f' r='%d'/>",
                one.style(),
                x,
                y,
                one.style().equals("marks") ? 5 : 3));
      }
    }
    if (one.style().equals("line")) {
      svg.append("<polyline class='line' points='%s'/>".formatted(line.toString().strip()));
    }
  }

  private static void legend(StringBuilder svg, Series one, int row) {
    int y = TOP + 16 + 18 * row;
    if (one.style().equals("line")) {
      svg.append(
          "<line class='line' x1='%d' y1='%d' x2='%d' y2='%d'/>"
              .formatted(LEFT + 10, y, LEFT + 30, y));
    } else {
      svg.append("<circle class='%s' cx='%d' cy='%d' r='4'/>".formatted(one.style(), LEFT + 20, y));
    }
    svg.append(label(LEFT + 38, y + 4, "start", one.name()));
  }

  private void axes(StringBuilder svg, Span across, Span up) {
    for (int tick = 0; tick <= 4; tick++) {
      int y = TOP + HEIGHT - tick * HEIGHT / 4 + 4;
      svg.append(label(LEFT - 6, y, "end", Html.number(up.at(tick / 4.0))));
      int x = LEFT + tick * WIDTH / 4;
      svg.append(label(x, TOP + HEIGHT + 16, "middle", Html.number(across.at(tick / 4.0))));
    }
    svg.append(label(LEFT + WIDTH / 2, TOP + HEIGHT + 38, "middle", xLabel));
    svg.append(
        "<text transform='translate(12 %d) rotate(-90)' text-anchor='middle'>%s</text>"
            .formatted(TOP + HEIGHT / 2, Html.text(yLabel)));
  }

  private static String label(int x, int y, String anchor, String text) {
    return "<text x='%d' y='%d' text-anchor='%s'>%s</text>"
        .formatted(x, y, anchor, Html.text(text));
  }

  /** The values along one axis, a little wider than they are. */
  private record Span(double min, double max) {

    static Span of(DoubleStream values) {
      double[] finite = values.filter(Double::isFinite).toArray();
      double min = Arrays.stream(finite).min().orElse(0);
      double max = Arrays.stream(finite).max().orElse(1);
      double margin = max > min ? 0.05 * (max - min) : Math.max(1e-9, Math.abs(max) * 0.05);
      return new Span(min - margin, max + margin);
    }

    /** From 0 to the next multiple of 4, so that every tick is whole. */
    Span fromZero() {
      return new Span(0, 4 * Math.ceil(max / 4));
    }

    double share(double value) {
      return Double.isFinite(value) ? (value - min) / (max - min) : 0;
    }

    double at(double share) {
      return min + share * (max - min);
    }
  }
}
