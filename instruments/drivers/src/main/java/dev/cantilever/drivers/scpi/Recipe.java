package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one command is done.
 *
 * @param sends lines, in order
 * @param checks what must be read back
 * @param sensors what is read then
 * @param settle for how long the checks may take to come true
 * @param survivesStop whether the checks read the same after a stop as before it
 * @param seconds how long it takes, in seconds
 */
record Recipe(
    List<Template> sends,
    List<Check> checks,
    List<Sensor> sensors,
    TimeSpan settle,
    boolean survivesStop,
    Term seconds) {

  Recipe {
    sends = List.copyOf(sends);
    checks = List.copyOf(checks);
    sensors = List.copyOf(sensors);
    if (sends.isEmpty() && sensors.isEmpty()) {
      throw new IllegalArgumentException("nothing is sent and nothing is read");
    }
    if (!sends.isEmpty() && checks.isEmpty()) {
      throw new IllegalArgumentException(
          "what is sent must be read back; add a check, without which nothing shows that it was done");
    }
  }

  /** Whether what is sent acts as a whole or not at all. */
  boolean isOneMessage() {
    return sends.size() == 1 && !sends.getFirst().isCompound();
  }

  /** Whether nothing is sent that could change anything. */
  boolean isPureRead() {
    return sends.isEmpty();
  }

  /** Names a placeholder that the command does not have; empty where there is none. */
  String unknown(Set<String> names) {
    Stream<String> inLines = sends.stream().map(line -> line.unknown(names));
    Stream<String> inTerms =
        Stream.concat(checks.stream().map(Check::expected), Stream.of(seconds))
            .map(Term::name)
            .filter(name -> !name.isEmpty() && !names.contains(name));
    return Stream.concat(inLines, inTerms).filter(name -> !name.isEmpty()).findFirst().orElse("");
  }
}
