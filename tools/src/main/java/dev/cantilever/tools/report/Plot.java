package dev.cantilever.tools.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The frame of a figure with its axes, as vectors. Drawn for a column of a paper: 390 units wide,
 * its letters 13 high, so that they can be read where it is printed 80 mm wide.
 *
 * @param height of the frame
 * @param width of the frame
 */
record Plot(Span across, Span up, int width, int height) {

  /** Of the whole figure. */
  static final int FULL = 390;

  static final int LEFT = 62;
  static final int TOP = 22;

  /** Of one letter, about. */
  private static final double LETTER = 7.2;

  /** The values along one axis. */
  record Span(double min, double max) {

    /** A little wider than they are. */
    static Span around(DoubleStream values) {
      double[] finite = values.filter(Double::isFinite).toArray();
      double min = Arrays.stream(finite).min().orElse(0);
      double max = Arrays.stream(finite).max().orElse(1);
      double margin = max > min ? 0.05 * (max - min) : Math.max(1e-9, Math.abs(max) * 0.05);
      return new Span(min - margin, max + margin);
    }

    Span fromZero() {
      return new Span(Math.min(0, max - 1e-9), max);
    }

    double share(double value) {
      return Double.isFinite(value) ? (value - min) / (max - min) : 0;
    }
  }

  double x(double value) {
    return LEFT + width * across.share(value);
  }

  double y(double value) {
    return TOP + height * (1 - up.share(value));
  }

  /** Opens a picture of so much height. */
  static String open(String title, int whole) {
    return "<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>"
        .formatted(FULL, whole, Html.text(title));
  }

  String frame(String style) {
    return "<rect class='%s' x='%d' y='%d' width='%d' height='%d'/>"
        .formatted(style, LEFT, TOP, width, height);
  }

  /** Ticks and what they stand for; {@code xLabel} and {@code yLabel} name quantity and unit. */
  String axes(String xLabel, String yLabel) {
    StringBuilder svg = new StringBuilder();
    for (Ticks.Tick tick : Ticks.of(up.min(), up.max())) {
      double y = y(tick.value());
      svg.append(line(LEFT - 4, y, LEFT, y)).append(label(LEFT - 7, y + 4, "end", tick.label()));
    }
    int foot = TOP + height;
    for (Ticks.Tick tick : thinned(Ticks.of(across.min(), across.max()))) {
      double x = x(tick.value());
      svg.append(line(x, foot, x, foot + 4)).append(label(x, foot + 18, "middle", tick.label()));
    }
    svg.append(label(LEFT + width / 2.0, foot + 36, "middle", xLabel));
    return svg.append(
            "<text transform='translate(13 %d) rotate(-90)' text-anchor='middle'>%s</text>"
                .formatted(TOP + height / 2, Html.text(yLabel)))
        .toString();
  }

  /** Every second one, or fourth, where the labels of all would run into each other. */
  private List<Ticks.Tick> thinned(List<Ticks.Tick> ticks) {
    int longest = ticks.stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
    int fit = Math.max(1, (int) (width / (LETTER * (longest + 2))));
    int every = Math.ceilDiv(ticks.size(), fit);
    return IntStream.range(0, ticks.size())
        .filter(i -> i % every == 0)
        .mapToObj(ticks::get)
        .toList();
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line class='tick' x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>",
        x1,
        y1,
        x2,
        y2);
  }

  static String label(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>",
        x,
        y,
        anchor,
        Html.text(text));
  }

  /** The figure under its title; {@code note} and {@code cited} are HTML. */
  static String figure(String title, String note, String cited, String svg) {
    return "<figure><figcaption><b>%s</b> %s%s</figcaption>%s</figure>"
        .formatted(
            Html.text(title), note, cited.isEmpty() ? "" : " · <span>" + cited + "</span>", svg);
  }
}
