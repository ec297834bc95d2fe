package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.QuantityLiteral.Read;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the rows or the columns of a grid lie. Only their distances matter: the first site at the
 * lowest position is the origin of the instrument.
 *
 * @param extentMetres from the first to the last, above 0
 * @param descending whether the file begins at the highest
 */
record Positions(double extentMetres, boolean descending) {

  private static final Pattern RANGE = Pattern.compile("(.+?)\\s+to\\s+(.+)");
  private static final Pattern DATASET =
      Pattern.compile("(.+?)\\s*(?:\\[\\s*([^\\[\\]]+?)\\s*\\])?");

  /** Sites further from an even grid than this part of the pitch are on none. */
  private static final double UNEVEN = 0.02;

  /**
   * @param name of the option: {@code 0 nm to 5 nm}, or a dataset of positions, with its unit in
   *     brackets where the file does not say it; where it is left out, the array's own scale
   * @param axis number of the array's axis
   */
  static Positions of(Options options, String name, HdfNumbers files, NumberArray array, int axis) {
    int count = array.shape()[axis];
    String text = options.text(name, "");
    if (text.isBlank()) {
      if (array.scales().isEmpty()) {
        throw new ConnectionFailure(
            "%s does not say where its %s lie; add the option %s, such as \"0 nm to 500 nm\""
                .formatted(array.source(), name, name));
      }
      return along(array.scales().get(axis), Optional.empty(), count);
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      double extent = metres(options, name, range.group(2)) - metres(options, name, range.group(1));
      if (!(Math.abs(extent) > 0)) {
        throw options.refusal(name, "from one place to another, such as \"0 nm to 500 nm\"");
      }
      return new Positions(Math.abs(extent), extent < 0);
    }
    Matcher dataset = DATASET.matcher(text);
    if (!dataset.matches()) {
      throw options.refusal(name, "a range such as \"0 nm to 500 nm\", or a dataset");
    }
    return along(files.read(dataset.group(1)), Optional.ofNullable(dataset.group(2)), count);
  }

  private static double metres(Options options, String name, String literal) {
    if (QuantityLiteral.parse(literal, QuantityKind.LENGTH) instanceof Read read
        && read.quantity() instanceof Length length) {
      return length.metres();
    }
    throw options.refusal(name, "a range such as \"0 nm to 500 nm\", or a dataset");
  }

  private static Positions along(NumberArray scale, Optional<String> said, int count) {
    double[] values = scale.values();
    if (values.length != count) {
      throw new ConnectionFailure(
          "%s has %d positions for %d sites".formatted(scale.source(), values.length, count));
    }
    double pitch = (values[count - 1] - values[0]) / (count - 1);
    for (int i = 0; i < count; i++) {
      if (!(Math.abs(values[i] - (values[0] + i * pitch)) <= UNEVEN * Math.abs(pitch))) {
        throw new ConnectionFailure(
            "%s: position %d, %s, lies on no even grid".formatted(scale.source(), i, values[i]));
      }
    }
    double extent = (values[count - 1] - values[0]) * factor(scale, said);
    if (!(Math.abs(extent) > 0)) {
      throw new ConnectionFailure(scale.source() + ": all positions are the same");
    }
    return new Positions(Math.abs(extent), extent < 0);
  }

  private static double factor(NumberArray scale, Optional<String> said) {
    String unit = said.or(scale::unit).orElse("");
    if (unit.equals("m")) {
      return 1;
    }
    if (QuantityLiteral.of(BigDecimal.ONE, unit, QuantityKind.LENGTH) instanceof Read read) {
      return read.quantity().canonical();
    }
    throw new ConnectionFailure(
        "%s is in \"%s\", which is no unit of length; name the dataset with its unit, such as"
                .formatted(scale.source(), unit)
            + " \"x [nm]\", or give a range");
  }
}
