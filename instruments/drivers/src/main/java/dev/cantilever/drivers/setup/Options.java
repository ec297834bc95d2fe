package dev.cantilever.drivers.setup;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.QuantityLiteral.Read;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** The options of an instrument's profile. One that is missing, unreadable or unknown is named. */
public final class Options {

  private final DriverSetup setup;

  private Options(DriverSetup setup) {
    this.setup = setup;
  }

  /**
   * The options that an instrument was set up with.
   *
   * @param known all that its driver understands
   * @throws ConnectionFailure where there is another: it may be a known one, misspelt
   */
  public static Options of(DriverSetup setup, List<String> known) {
    TreeSet<String> unknown = new TreeSet<>(setup.options().keySet());
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new ConnectionFailure(
          "profile of %s has the unknown option \"%s\"; there are: %s"
              .formatted(setup.instrument(), unknown.first(), String.join(", ", known)));
    }
    return new Options(setup);
  }

  /** An option that the driver cannot do without. */
  public String text(String name) {
    return setup.required(name);
  }

  /** An option, or what holds where it is left out. */
  public String text(String name, String otherwise) {
    return setup.options().getOrDefault(name, otherwise);
  }

  /** A whole number within bounds, both allowed. */
  public long whole(String name, long least, long most) {
    String text = text(name).strip();
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException none) {
      // refused below, with the number that is too large
    }
    throw refusal(name, "a whole number in [%d, %d]".formatted(least, most));
  }

  /** A time above zero. */
  public TimeSpan time(String name) {
    if (QuantityLiteral.parse(text(name), QuantityKind.TIME) instanceof Read read
        && read.quantity() instanceof TimeSpan span
        && span.seconds() > 0) {
      return span;
    }
    throw refusal(name, "a time above zero, such as \"2 s\"");
  }

  /**
   * A speed, of either sign, in metres per second; 0 where it is left out.
   *
   * @param most its greatest size
   */
  public double speed(String name, double most) {
    if (QuantityLiteral.parse(text(name, "0 m/s"), QuantityKind.SPEED) instanceof Read read
        && Math.abs(read.quantity().canonical()) <= most) {
      return read.quantity().canonical();
    }
    throw refusal(name, "a speed of %s m/s at most, such as \"0.1 nm/s\"".formatted(most));
  }

  /**
   * A length within bounds, both allowed, in metres; empty where it is left out.
   *
   * @param least in metres
   * @param most in metres
   */
  public OptionalDouble length(String name, double least, double most) {
    if (!setup.options().containsKey(name)) {
      return OptionalDouble.empty();
    }
    if (QuantityLiteral.parse(text(name), QuantityKind.LENGTH) instanceof Read read
        && read.quantity().canonical() >= least
        && read.quantity().canonical() <= most) {
      return OptionalDouble.of(read.quantity().canonical());
    }
    throw refusal(name, "a length from %s m to %s m, such as \"250 nm\"".formatted(least, most));
  }

  /** A failure that says what an option must be and what it is. */
  public ConnectionFailure refusal(String name, String allowed) {
    return new ConnectionFailure(
        "profile of %s: %s must be %s, not \"%s\""
            .formatted(setup.instrument(), name, allowed, text(name)));
  }
}
