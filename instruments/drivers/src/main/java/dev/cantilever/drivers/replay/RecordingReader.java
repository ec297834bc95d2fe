package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the recording that the options of a profile describe. */
final class RecordingReader {

  /** Verbs that are answered by a curve where the probe stands. */
  static final List<Verb> AT_A_SITE = List.of(Verb.SPM_LOOP, Verb.SPM_TUNE, Verb.STEM_SPECTRUM);

  /** Verbs that are answered by pictures of the whole. */
  static final List<Verb> OF_THE_WHOLE = List.of(Verb.SPM_SCAN, Verb.STEM_SCAN);

  private final Options options;
  private final HdfNumbers files;
  private final Layout layout;

  private RecordingReader(Options options, HdfNumbers files) {
    this.options = options;
    this.files = files;
    this.layout =
        Layout.parse(options.text("axes", Layout.USUAL))
            .orElseThrow(
                () ->
                    options.refusal(
                        "axes", "rows, columns, sweep and numbers in the order of the array"));
  }

  /**
   * @param directory the instrument's own folder
   * @throws ConnectionFailure where the data are missing, broken, or not as described
   */
  static Recording read(Options options, Path directory) {
    try (HdfNumbers files = HdfNumbers.open(directory, options.text("data"))) {
      return new RecordingReader(options, files).recording();
    }
  }

  private Recording recording() {
    List<Verb> verbs = new ArrayList<>(AT_A_SITE);
    verbs.addAll(OF_THE_WHOLE);
    verbs.removeIf(verb -> options.text(verb.word(), "").isBlank());
    if (verbs.isEmpty()) {
      throw new ConnectionFailure(
          "the profile answers no verb; add one of %s %s".formatted(AT_A_SITE, OF_THE_WHOLE));
    }
    if (verbs.stream().map(verb -> verb.word().startsWith("stem.")).distinct().count() > 1) {
      throw new ConnectionFailure(
          "the profile answers %s; one instrument has a probe or a beam".formatted(verbs));
    }
    ChannelText first = channels(verbs.getFirst()).getFirst();
    NumberArray array = files.read(first.reference());
    Layout lies = OF_THE_WHOLE.contains(verbs.getFirst()) && !first.mean() ? picture() : layout;
    fits(lies, array);
    Positions rows = Positions.of(options, "rows", files, array, lies.rows());
    Positions columns = Positions.of(options, "columns", files, array, lies.columns());
    SiteGrid sites =
        new SiteGrid(
            lies.rowsOf(array),
            lies.columnsOf(array),
            new Length(columns.extentMetres()),
            new Length(rows.extentMetres()));
    Map<Verb, Curves> curves = new EnumMap<>(Verb.class);
    Map<Verb, List<Frame>> pictures = new EnumMap<>(Verb.class);
    for (Verb verb : verbs) {
      if (AT_A_SITE.contains(verb)) {
        curves.put(verb, curves(verb, sites, rows.descending(), columns.descending()));
      } else {
        pictures.put(
            verb,
            channels(verb).stream()
                .map(one -> picture(one, sites, rows.descending(), columns.descending()))
                .toList());
      }
    }
    return new Recording(sites, curves, pictures, files.hash());
  }

  private Layout picture() {
    return layout.ofPicture();
  }

  private List<ChannelText> channels(Verb verb) {
    return ChannelText.parse(options.text(verb.word()))
        .orElseThrow(
            () ->
                options.refusal(
                    verb.word(), "channels between commas, such as \"current [A] = /current\""));
  }

  private static void fits(Layout lies, NumberArray array) {
    lies.unfit(array)
        .ifPresent(
            why -> {
              throw new ConnectionFailure(why + "; see the option axes");
            });
  }

  private Curves curves(Verb verb, SiteGrid sites, boolean flipRows, boolean flipColumns) {
    if (layout.sweep() < 0) {
      throw options.refusal("axes", "with a sweep, which " + verb + " reads along");
    }
    List<Curves.Channel> read = new ArrayList<>();
    Sweep sweep = null;
    for (ChannelText text : channels(verb)) {
      NumberArray array = files.read(text.reference());
      fits(layout, array);
      alike(array, layout, sites);
      sweep = sweep == null ? Sweep.of(options, files, array, layout) : sweep;
      if (layout.stepsOf(array) != sweep.steps()) {
        throw new ConnectionFailure(
            "%s has %d steps, the first channel %d"
                .formatted(array.source(), layout.stepsOf(array), sweep.steps()));
      }
      read.add(Curves.Channel.of(text, array, layout, flipRows, flipColumns));
    }
    hasUnitOf(verb, sweep);
    return new Curves(sites, sweep, read);
  }

  /** A loop is asked for in volts and an energy loss in electronvolts. */
  private static void hasUnitOf(Verb verb, Sweep sweep) {
    boolean fits =
        switch (verb) {
          case SPM_LOOP -> sweep.factor(QuantityKind.VOLTAGE).isPresent();
          case STEM_SPECTRUM -> sweep.factor(QuantityKind.ENERGY).isPresent();
          default -> true;
        };
    if (!fits) {
      throw new ConnectionFailure(
          "%s cannot be answered along %s in \"%s\"; name it with its unit in the option sweep"
              .formatted(verb, sweep.axis().name(), sweep.axis().unit()));
    }
  }

  private static void alike(NumberArray array, Layout lies, SiteGrid sites) {
    if (lies.rowsOf(array) != sites.rows() || lies.columnsOf(array) != sites.columns()) {
      throw new ConnectionFailure(
          "%s has %d × %d sites, the first channel %d × %d"
              .formatted(
                  array.source(),
                  lies.rowsOf(array),
                  lies.columnsOf(array),
                  sites.rows(),
                  sites.columns()));
    }
  }

  /** A picture may be finer than the sites; it covers the same cells. */
  private Frame picture(ChannelText text, SiteGrid sites, boolean flipRows, boolean flipColumns) {
    NumberArray array = files.read(text.reference());
    Layout lies = text.mean() ? layout : picture();
    fits(lies, array);
    Curves.Channel flat = Curves.Channel.of(text, array, lies, flipRows, flipColumns);
    int steps = lies.stepsOf(array);
    double[] values = new double[flat.values().length / steps];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      for (int step = 0; step < steps; step++) {
        sum += flat.values()[i * steps + step];
      }
      values[i] = sum / steps;
    }
    Series series = Series.of(values);
    return new Frame(
        flat.name(),
        flat.unit(),
        lies.rowsOf(array),
        lies.columnsOf(array),
        new Length(sites.width().metres() * sites.columns() / (sites.columns() - 1)),
        new Length(sites.height().metres() * sites.rows() / (sites.rows() - 1)),
        series,
        series.isFinite() ? Quality.GOOD : Quality.BAD);
  }
}
