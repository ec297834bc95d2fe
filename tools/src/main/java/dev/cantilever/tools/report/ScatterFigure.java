package dev.cantilever.tools.report;

import dev.cantilever.tools.report.Plot.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Dots, marks and lines over two numbers, as vectors.
 *
 * @param caption behind the title, as text
 * @param cited the calls that it rests on, as HTML
 */
record ScatterFigure(
    String title,
    String caption,
    String cited,
    String xLabel,
    String yLabel,
    List<Series> series,
    boolean fromZero) {

  private static final int WIDTH = 314;
  private static final int HEIGHT = 210;
  private static final int ROW = 17;
  private static final int LETTER = 7;

  ScatterFigure {
    series = List.copyOf(series);
  }

  /** With axes that go no further than the values do. */
  ScatterFigure(
      String title,
      String caption,
      String cited,
      String xLabel,
      String yLabel,
      List<Series> series) {
    this(title, caption, cited, xLabel, yLabel, series, false);
  }

  /**
   * One set of points.
   *
   * @param name in the legend; empty where it stands in none
   * @param style {@code dots}, {@code marks}, {@code line}, {@code dashed}, {@code fine} or {@code
   *     edge}, which are thinner lines
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
  record Series(String name, String style, double[] x, double[] y) {

    private boolean isLine() {
      return !style.equals("dots") && !style.equals("marks");
    }
  }

  String html() {
    Span within = Span.around(values(Series::x));
    Span up = Span.around(values(Series::y));
    Plot plot =
        new Plot(
            fromZero ? within.fromZero() : within, fromZero ? up.fromZero() : up, WIDTH, HEIGHT);
    StringBuilder legend = new StringBuilder();
    int rows = legend(legend, Plot.TOP + HEIGHT + 50);
    StringBuilder svg = new StringBuilder(Plot.open(title, Plot.TOP + HEIGHT + 44 + rows * ROW));
    svg.append(plot.frame("frame"));
    series.forEach(one -> points(svg, one, plot));
    svg.append(plot.axes(xLabel, yLabel)).append(legend).append("</svg>");
    return Plot.figure(title, Html.text(caption), cited, svg.toString());
  }

  private DoubleStream values(Function<Series, double[]> which) {
    return series.stream().flatMapToDouble(one -> Arrays.stream(which.apply(one)));
  }

  private static void points(StringBuilder svg, Series one, Plot plot) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < one.x().length; i++) {
      if (!Double.isFinite(one.x()[i]) || !Double.isFinite(one.y()[i])) {
        continue;
      }
      double x = plot.x(one.x()[i]);
      double y = plot.y(one.y()[i]);
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

  /** Under the axis, as many beside each other as there is room for; how many rows. */
  private int legend(StringBuilder svg, int top) {
    int x = Plot.LEFT;
    int row = 0;
    int named = 0;
    for (Series one : series) {
      if (one.name().isEmpty()) {
        continue;
      }
      int wide = 36 + LETTER * one.name().length();
      if (x > Plot.LEFT && x + wide > Plot.FULL) {
        x = Plot.LEFT;
        row++;
      }
      int y = top + row * ROW;
      svg.append(sign(one, x, y)).append(Plot.label(x + 24, y + 4, "start", one.name()));
      x += wide;
      named++;
    }
    return named == 0 ? 0 : row + 1;
  }

  private static String sign(Series one, int x, int y) {
    return one.isLine()
        ? "<line class='%s' x1='%d' y1='%d' x2='%d' y2='%d'/>"
            .formatted(one.style(), x, y, x + 18, y)
        : "<circle class='%s' cx='%d' cy='%d' r='4'/>".formatted(one.style(), x + 9, y);
  }
}
