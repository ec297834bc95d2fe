package dev.cantilever.tools.report;

import dev.cantilever.tools.instrument.FrameBlob;
import dev.cantilever.tools.instrument.ReadingSummary;
import dev.cantilever.tools.instrument.SpectrumBlob;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the verbs of a run have read, as pictures and curves.
 *
 * @param blobs of the data store, by hash
 */
record ReadingFigures(RunState run, Function<String, Optional<byte[]>> blobs, Citations calls) {

  /** Percentiles of the colour bar: a few outliers must not hide the rest. */
  private static final double OUTLIERS = 0.002;

  private static final double TOWER = 1000;

  /** More points than this lie closer together than a line is wide. */
  private static final int CLOSE = 200;

  String html() {
    StringBuilder page = new StringBuilder();
    for (CallState call : run.calls()) {
      if (VerbTool.isVerb(call.tool()) && call.result().isPresent()) {
        call(page, call, VerbTool.readOutput(call.result().get()));
      }
    }
    return page.toString();
  }

  private void call(StringBuilder page, CallState call, VerbTool.Output output) {
    if (output.read().isEmpty() && output.found().isEmpty()) {
      return;
    }
    page.append(
        "<h2>%s</h2><p class='soft'>%s · %s s of instrument time</p>"
            .formatted(
                Html.text(call.tool()),
                calls.link(call.call()),
                Html.number(output.duration().seconds())));
    output.found().ifPresent(found -> found(page, found));
    page.append("<div class='maps'>");
    String cited = "from " + calls.link(call.call());
    output.read().forEach(read -> figure(page, read, cited));
    page.append("</div>");
  }

  private static void found(StringBuilder page, VerbTool.Found found) {
    page.append("<p>");
    for (Reading.Estimate one : found.estimates()) {
      Prefix prefix = Prefix.of(one.unit(), Math.max(Math.abs(one.value()), one.standardError()));
      String unit = one.unit().equals("1") ? "" : " " + prefix.unit();
      page.append(
          "%s: %s ± %s%s<br>"
              .formatted(
                  Html.text(one.name()),
                  Html.number(one.value() * prefix.factor()),
                  Html.number(one.standardError() * prefix.factor()),
                  Html.text(unit)));
    }
    page.append("</p>");
  }

  private void figure(StringBuilder page, ReadingSummary read, String cited) {
    Optional<byte[]> bytes = blobs.apply(read.blob());
    if (bytes.isEmpty()) {
      page.append("<p>%s is not in the data store.</p>".formatted(Html.text(read.channel())));
    } else if (read.rows() > 1) {
      page.append(map(FrameBlob.read(bytes.get()), read, cited));
    } else {
      page.append(curve(SpectrumBlob.read(bytes.get()), cited));
    }
  }

  private static String map(Frame frame, ReadingSummary read, String cited) {
    double[] values = frame.values().toArray();
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    double low = sorted.length == 0 ? 0 : sorted[(int) (OUTLIERS * (sorted.length - 1))];
    double high = sorted.length == 0 ? 1 : sorted[(int) ((1 - OUTLIERS) * (sorted.length - 1))];
    Prefix prefix = Prefix.of(frame.unit(), Math.max(Math.abs(low), Math.abs(high)));
    for (int i = 0; i < values.length; i++) {
      boolean isFinite = Double.isFinite(values[i]);
      values[i] = isFinite ? prefix.factor() * Math.clamp(values[i], low, high) : Double.NaN;
    }
    String caption =
        "%d × %d%s"
            .formatted(
                frame.columns(),
                frame.rows(),
                read.quality().name().equals("GOOD") ? "" : ", " + read.quality());
    SiteGrid grid = new SiteGrid(frame.rows(), frame.columns(), frame.width(), frame.height());
    return new MapFigure(frame.channel(), caption, cited, values, prefix.unit(), false).html(grid);
  }

  /** Where a few values tower above all others, by their logarithms. */
  private static String curve(Spectrum spectrum, String cited) {
    String title = spectrum.response().name() + " over " + spectrum.sweep().name();
    Scaled across = Scaled.of(spectrum.sweep());
    double[] sorted = spectrum.response().values().toArray();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    boolean towers = sorted[0] >= 0 && sorted[sorted.length - 1] > TOWER * (1 + median);
    Scaled up = towers ? Scaled.logarithms(spectrum.response()) : Scaled.of(spectrum.response());
    String style = sorted.length > CLOSE ? "fine" : "line";
    ScatterFigure.Series line = new ScatterFigure.Series("", style, across.values(), up.values());
    return new ScatterFigure(title, "", cited, across.label(), up.label(), List.of(line)).html();
  }

  /** Values of an axis in a readable unit. */
  @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
  private record Scaled(String label, double[] values) {

    static Scaled of(Axis axis) {
      double[] values = axis.values().toArray();
      double largest = Arrays.stream(values).map(Math::abs).max().orElse(1);
      Prefix prefix = Prefix.of(axis.unit(), largest);
      return new Scaled(
          axis.unit().equals("1") ? axis.name() : axis.name() + " / " + prefix.unit(),
          Arrays.stream(values).map(value -> value * prefix.factor()).toArray());
    }

    static Scaled logarithms(Axis axis) {
      return new Scaled(
          "log10 (1 + " + axis.name() + ")",
          Arrays.stream(axis.values().toArray()).map(value -> Math.log10(1 + value)).toArray());
    }
  }
}
