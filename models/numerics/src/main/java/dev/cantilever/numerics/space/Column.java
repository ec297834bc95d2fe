package dev.cantilever.numerics.space;

import java.util.List;
import java.util.Optional;

/**
 * One number of a point: the value of an axis in its own unit, the fraction of a component, or the
 * position of a level. Knows its place among the scaled inputs.
 *
 * @param min least value; 0 for a category
 * @param max greatest value; for a category the number of levels less 1
 * @param levels of a category, else empty
 * @param at where its scaled inputs begin: one for a number, one for each level
 */
record Column(
    String name,
    Kind kind,
    double min,
    double max,
    boolean logarithmic,
    List<String> levels,
    int at) {

  /** With it two different levels are at distance 1. */
  private static final double LEVEL = Math.sqrt(0.5);

  enum Kind {
    CONTINUOUS,
    WHOLE,
    LEVEL,
    FRACTION;

    boolean isDiscrete() {
      return this == WHOLE || this == LEVEL;
    }
  }

  int inputs() {
    return kind == Kind.LEVEL ? levels.size() : 1;
  }

  double range() {
    return max - min;
  }

  /** How many values a discrete column has. */
  long count() {
    return (long) range() + 1;
  }

  /** Value of a number as a share of the range; by logarithms on a logarithmic axis. */
  double share(double value) {
    if (range() == 0) {
      return 0;
    }
    return logarithmic
        ? StrictMath.log(value / min) / StrictMath.log(max / min)
        : (value - min) / range();
  }

  /** The value at a share of the range; nothing outside of the limits. */
  double value(double share) {
    if (!(share > 0)) {
      return min;
    }
    if (share >= 1) {
      return max;
    }
    double value =
        logarithmic
            ? min * StrictMath.exp(share * StrictMath.log(max / min))
            : min + share * range();
    return Math.clamp(kind == Kind.WHOLE ? Math.rint(value) : value, min, max);
  }

  void encode(double value, double[] scaled) {
    if (kind == Kind.LEVEL) {
      scaled[at + (int) value] = LEVEL;
    } else {
      scaled[at] = share(value);
    }
  }

  /** The value nearest to scaled inputs; the first of equally near levels. */
  double decode(double[] scaled) {
    if (kind != Kind.LEVEL) {
      return value(scaled[at]);
    }
    int nearest = 0;
    for (int level = 1; level < levels.size(); level++) {
      if (scaled[at + level] > scaled[at + nearest]) {
        nearest = level;
      }
    }
    return nearest;
  }

  /** A value from a uniform draw in [0, 1): every discrete value equally likely. */
  double ofUniform(double draw) {
    return kind.isDiscrete() ? min + Math.floor(draw * count()) : value(draw);
  }

  Setting setting(double value) {
    return kind == Kind.LEVEL
        ? new Setting.Level(name, levels.get((int) value))
        : new Setting.Value(name, value);
  }

  /** The value of a setting, whatever it is worth; NaN for one of the wrong kind or level. */
  double read(Setting setting) {
    return switch (setting) {
      case Setting.Value value -> kind == Kind.LEVEL ? Double.NaN : value.value();
      case Setting.Level level -> {
        int position = levels.indexOf(level.level());
        yield position < 0 ? Double.NaN : position;
      }
    };
  }

  /** What is wrong with a value that was read. */
  Optional<String> problem(double value) {
    if (kind == Kind.LEVEL) {
      return Double.isNaN(value)
          ? Optional.of("%s must be one of %s".formatted(name, String.join(", ", levels)))
          : Optional.empty();
    }
    if (Double.isNaN(value)) {
      return Optional.of(name + " must be a number, not a level");
    }
    if (value < min || value > max) {
      return Optional.of(
          "%s: %s is outside of [%s, %s]"
              .formatted(name, Words.exact(value), Words.exact(min), Words.exact(max)));
    }
    if (kind == Kind.WHOLE && value != Math.rint(value)) {
      return Optional.of("%s: %s is not a whole number".formatted(name, value));
    }
    return Optional.empty();
  }
}
