package dev.cantilever.tools.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Dots, marks and lines over two numbers, as SVG. */
record ScatterFigure(
    String title, String caption, String xLabel, String yLabel, List<Series> series) {

  private static final int WIDTH = 440;
  private static final int HEIGHT = 260;
  private static final int LEFT = 78;
  private static final int TOP = 12;

  ScatterFigure {
    series = List.copyOf(series);
  }

  /**
   * One set of points.
   *
   * @param style {@code dots}, {@code marks}, {@code line} or {@code edge}, a thin line
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
  record Series(String name, String style, double[] x, double[] y) {

    private boolean isLine() {
      return style.equals("line") || style.equals("edge");
    }
  }

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
      if (!series.get(row).name().isEmpty()) {
        legend(svg, series.get(row), row);
      }
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
      if (!one.isLine()) {
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
    if (one.isLine()) {
      svg.append(
          "<polyline class='%s' points='%s'/>".formatted(one.style(), line.toString().strip()));
    }
  }

  private static void legend(StringBuilder svg, Series one, int row) {
    int y = TOP + 16 + 18 * row;
    int x = LEFT + WIDTH + 8;
    if (one.isLine()) {
      svg.append(
          "<line class='%s' x1='%d' y1='%d' x2='%d' y2='%d'/>"
              .formatted(one.style(), x, y, x + 16, y));
    } else {
      svg.append("<circle class='%s' cx='%d' cy='%d' r='4'/>".formatted(one.style(), x + 8, y));
    }
    svg.append(label(x + 22, y + 4, "start", one.name()));
  }

  private void axes(StringBuilder svg, Span across, Span up) {
    for (Ticks.Tick tick : Ticks.of(up.min(), up.max())) {
      int y = (int) Math.round(TOP + HEIGHT * (1 - up.share(tick.value())));
      svg.append(
          "<line class='tick' x1='%d' y1='%d' x2='%d' y2='%d'/>".formatted(LEFT - 4, y, LEFT, y));
      svg.append(label(LEFT - 7, y + 4, "end", tick.label()));
    }
    int foot = TOP + HEIGHT;
    for (Ticks.Tick tick : Ticks.of(across.min(), across.max())) {
      int x = (int) Math.round(LEFT + WIDTH * across.share(tick.value()));
      svg.append(
          "<line class='tick' x1='%d' y1='%d' x2='%d' y2='%d'/>".formatted(x, foot, x, foot + 4));
      svg.append(label(x, foot + 18, "middle", tick.label()));
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

    Span fromZero() {
      return new Span(0, max);
    }

    double share(double value) {
      return Double.isFinite(value) ? (value - min) / (max - min) : 0;
    }
  }
}
