package dev.cantilever.drivers.condition;

import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Commands held against what an instrument offers. */
final class OfferedConditions {

  private final InstrumentId instrument;
  private final Offer.Conditions offer;

  OfferedConditions(InstrumentDescription description) {
    instrument = description.instrument();
    offer =
        description
            .conditions()
            .orElseThrow(
                () -> new IllegalArgumentException("the description offers no conditions"));
  }

  /** Every reason why a command is not of this offer; empty where it is. */
  Optional<String> refusal(Evaluate command) {
    List<String> reasons = new ArrayList<>();
    for (Offer.Parameter parameter : offer.parameters()) {
      List<Setting> set = settings(command, parameter.name());
      if (set.size() != 1) {
        reasons.add(parameter.name() + (set.isEmpty() ? " is missing" : " is set twice"));
      }
      set.stream()
          .filter(s -> !(s.value() >= parameter.min() && s.value() <= parameter.max()))
          .forEach(s -> reasons.add(s.parameter() + " " + s.value() + " is not offered"));
    }
    for (Setting setting : command.settings()) {
      if (offer.parameters().stream().noneMatch(p -> p.name().equals(setting.parameter()))) {
        reasons.add("it has no parameter \"%s\"".formatted(setting.parameter()));
      }
    }
    if (!hasFidelity(command)) {
      reasons.add("it has no fidelity " + command.fidelity());
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(sentence(reasons));
  }

  /** The command with its settings in the order of the offer; zero has one sign. */
  Evaluate canonical(Evaluate command) {
    return new Evaluate(
        offer.parameters().stream()
            .flatMap(parameter -> settings(command, parameter.name()).stream())
            .map(setting -> new Setting(setting.parameter(), setting.value() + 0.0))
            .toList(),
        command.fidelity());
  }

  /** The values of a canonical command. */
  static Series condition(Evaluate canonical) {
    return Series.of(canonical.settings().stream().mapToDouble(Setting::value).toArray());
  }

  /** Instrument time of a command, 0 where its fidelity is not offered. */
  TimeSpan time(Evaluate command) {
    return hasFidelity(command)
        ? offer.fidelities().get(command.fidelity()).time()
        : new TimeSpan(0);
  }

  private boolean hasFidelity(Evaluate command) {
    return command.fidelity() >= 0 && command.fidelity() < offer.fidelities().size();
  }

  private static List<Setting> settings(Evaluate command, String parameter) {
    return command.settings().stream().filter(s -> s.parameter().equals(parameter)).toList();
  }

  private String sentence(List<String> reasons) {
    String parameters =
        offer.parameters().stream()
            .map(p -> "%s in [%s, %s]".formatted(p.name(), p.min(), p.max()))
            .collect(Collectors.joining(", "));
    String fidelities =
        IntStream.range(0, offer.fidelities().size())
            .mapToObj(i -> "%d (%s)".formatted(i, offer.fidelities().get(i).name()))
            .collect(Collectors.joining(", "));
    return "%s cannot evaluate this condition: %s; it takes %s at fidelity %s"
        .formatted(instrument, String.join(", ", reasons), parameters, fidelities);
  }
}
