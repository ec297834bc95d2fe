package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.QuantityLiteral.Read;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Series;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was varied at each site, in the order in which it was.
 *
 * @param axis its name, unit and values
 * @param single whether it was held in single precision
 */
record Sweep(Axis axis, boolean single) {

  private static final Pattern RANGE =
      Pattern.compile(
          "\\s*([^\\[\\]=,]{1,60}?)\\s*\\[\\s*([^\\[\\]=,]{1,20}?)\\s*\\]\\s*="
              + "\\s*([-+0-9.eE]{1,40})\\s+to\\s+([-+0-9.eE]{1,40})\\s*");

  private static final double SINGLE = 2e-7;
  private static final double DOUBLE = 1e-12;

  /** {@code bias [V] = /bias}, {@code bin [1] = 0 to 101}, or the array's own scale. */
  static Sweep of(Options options, HdfNumbers files, NumberArray array, Layout layout) {
    int steps = layout.stepsOf(array);
    String text = options.text("sweep", "");
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return even(options, range, steps);
    }
    if (text.isBlank()) {
      if (array.scales().isEmpty()) {
        throw new ConnectionFailure(
            "%s does not say what was swept; add the option sweep, such as \"bias [V] = /bias\""
                .formatted(array.source()));
      }
      NumberArray scale = array.scales().get(layout.sweep());
      return of(scale, scale.name(), scale.unit().orElse("1"), steps);
    }
    ChannelText channel =
        ChannelText.parse(text)
            .filter(channels -> channels.size() == 1)
            .map(List::getFirst)
            .orElseThrow(
                () ->
                    options.refusal(
                        "sweep", "such as \"bias [V] = /bias\" or \"energy [eV] = 350 to 861.5\""));
    NumberArray values = files.read(channel.reference());
    return of(values, channel.nameOf(values), channel.unitOf(values), steps);
  }

  private static Sweep of(NumberArray values, String name, String unit, int steps) {
    if (values.values().length != steps) {
      throw new ConnectionFailure(
          "%s has %d values for %d steps"
              .formatted(values.source(), values.values().length, steps));
    }
    if (!Arrays.stream(values.values()).allMatch(Double::isFinite)) {
      throw new ConnectionFailure(values.source() + " has values that are no numbers");
    }
    return new Sweep(
        new Axis(name, unit, Series.of(values.values())),
        values.single() || wasSingle(values.values()));
  }

  /** Whether single precision has rounded the greatest value before it was stored. */
  private static boolean wasSingle(double[] values) {
    double greatest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    float rounded = (float) greatest;
    return rounded == greatest && !Float.toString(rounded).equals(Double.toString(greatest));
  }

  private static Sweep even(Options options, Matcher range, int steps) {
    try {
      double from = Double.parseDouble(range.group(3));
      double to = Double.parseDouble(range.group(4));
      double[] values = new double[steps];
      for (int i = 0; i < steps; i++) {
        values[i] = steps == 1 ? from : from + i * ((to - from) / (steps - 1));
      }
      return new Sweep(new Axis(range.group(1), range.group(2), Series.of(values)), false);
    } catch (NumberFormatException none) {
      throw options.refusal("sweep", "such as \"energy [eV] = 350 to 861.5\"");
    }
  }

  int steps() {
    return axis.values().size();
  }

  double first() {
    return axis.values().get(0);
  }

  double last() {
    return axis.values().get(steps() - 1);
  }

  /** The greatest value, whatever its sign. */
  double amplitude() {
    return Arrays.stream(axis.values().toArray()).map(Math::abs).max().orElseThrow();
  }

  /** By what its values become those of the SI; empty where its unit is none of that kind. */
  OptionalDouble factor(QuantityKind kind) {
    return QuantityLiteral.of(BigDecimal.ONE, axis.unit(), kind) instanceof Read read
        ? OptionalDouble.of(read.quantity().canonical())
        : OptionalDouble.empty();
  }

  /**
   * Whether a number that was asked for is one that was recorded as such: the same double; or,
   * where the file holds single precision or the unit is not that of the SI, the same but for that
   * rounding.
   *
   * @param asked in the SI unit
   * @param recorded in the unit of the sweep
   * @param factor from there to the SI unit
   */
  boolean isExactly(double asked, double recorded, double factor) {
    return asked == recorded * factor
        || ((single || factor != 1) && isAbout(asked, recorded, factor));
  }

  /** The same for a number that follows from those recorded, such as a middle or a step. */
  boolean isAbout(double asked, double recorded, double factor) {
    double rounding = (single ? SINGLE : DOUBLE) * amplitude() * factor;
    return Math.abs(asked - recorded * factor) <= rounding;
  }
}
