package dev.cantilever.tools.report;

import dev.cantilever.tools.report.Plot.Span;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.Arrays;

/**
 * A map of the sample: pixels inside vectors, with axes and a colour bar.
 *
 * @param caption behind the title, as text
 * @param cited the calls that it rests on, as HTML
 * @param values one per site; NaN where there is none
 * @param unit beside the colour bar
 * @param centred whether 0 has the middle colour
 */
@SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
record MapFigure(
    String title, String caption, String cited, double[] values, String unit, boolean centred) {

  private static final int SIDE = 236;
  private static final int BAR = 12;

  String html(SiteGrid grid) {
    double low = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(0);
    double high = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(1);
    double extreme = Math.max(Math.abs(low), Math.abs(high));
    double from = centred ? -extreme : low;
    double to = centred ? extreme : high;
    ColourMap colours = colours();
    Prefix prefix = Prefix.of("m", Math.max(grid.width().metres(), grid.height().metres()));
    Plot plot =
        new Plot(
            new Span(0, grid.width().metres() * prefix.factor()),
            new Span(0, grid.height().metres() * prefix.factor()),
            SIDE,
            tall(grid));
    StringBuilder svg = new StringBuilder(Plot.open(title, Plot.TOP + plot.height() + 44));
    svg.append(plot.frame("blank"));
    String picture = Raster.dataUri(values, grid.rows(), grid.columns(), colours, from, to);
    svg.append(image(picture, Plot.LEFT, SIDE, plot.height()));
    svg.append(plot.frame("frame"));
    svg.append(plot.axes("x / " + prefix.unit(), "y / " + prefix.unit()));
    bar(svg, colours, new Span(from, to > from ? to : from + 1), plot.height());
    return Plot.figure(title, Html.text(caption), cited, svg.append("</svg>").toString());
  }

  /** As on the sample, but never so flat that nothing can be seen. */
  private static int tall(SiteGrid grid) {
    double ratio = grid.height().metres() / grid.width().metres();
    return (int) Math.round(SIDE * Math.clamp(ratio, 0.4, 1.4));
  }

  /** What a camera for light has taken looks as it does through an eyepiece. */
  private ColourMap colours() {
    if (centred) {
      return ColourMap.DIVERGING;
    }
    return title.equals("Optical") ? ColourMap.GREY : ColourMap.VIRIDIS;
  }

  private void bar(StringBuilder svg, ColourMap colours, Span span, int tall) {
    int x = Plot.LEFT + SIDE + 12;
    svg.append(image(Raster.bar(colours), x, BAR, tall));
    svg.append(
        "<rect class='frame' x='%d' y='%d' width='%d' height='%d'/>"
            .formatted(x, Plot.TOP, BAR, tall));
    for (Ticks.Tick tick : Ticks.of(span.min(), span.max())) {
      double y = Plot.TOP + tall * (1 - span.share(tick.value()));
      svg.append(Plot.label(x + BAR + 5, y + 4, "start", tick.label()));
    }
    svg.append(
        Plot.label(x, Plot.TOP - 8, "start", unit.isEmpty() || unit.equals("1") ? "" : unit));
  }

  private static String image(String uri, int x, int wide, int tall) {
    return "<image x='%d' y='%d' width='%d' height='%d' preserveAspectRatio='none' class='pixels' href='%s'/>"
        .formatted(x, Plot.TOP, wide, tall, uri);
  }
}
