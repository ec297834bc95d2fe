package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.knowledge.Phrasebook.Argument;
import dev.cantilever.agent.knowledge.Phrasebook.Call;
import dev.cantilever.agent.knowledge.Phrasebook.Usual;
import dev.cantilever.agent.knowledge.SlotKind;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in the arguments of calls, and says where each value comes from. */
final class Arguments {

  /** The tool whose pictures others work on. */
  static final String SCAN = "spm.scan";

  /** In the names of tools whose settings stay until they are set again. */
  private static final String SETTING = ".set_";

  private final OperationDomain domain;
  private final String instrument;
  private final boolean simulated;
  private final Situation situation;
  private final List<String> lines;
  private final List<String> questions = new ArrayList<>();
  private final Map<String, String> planned = new HashMap<>();
  private Optional<String> lastScan = Optional.empty();
  private Map<String, String> takenSo = Map.of();

  Arguments(
      OperationDomain domain,
      String instrument,
      boolean simulated,
      Situation situation,
      List<String> lines) {
    this.domain = domain;
    this.instrument = instrument;
    this.simulated = simulated;
    this.situation = situation;
    this.lines = lines;
  }

  /** What a person has to be asked for. */
  List<String> questions() {
    return questions;
  }

  void ask(String question) {
    if (!questions.contains(question)) {
      questions.add(question);
    }
  }

  /** Whether the last scan, if there is one, was taken so. */
  boolean hasScan(Map<String, String> so) {
    return lastScan.isPresent() && takenSo.entrySet().containsAll(so.entrySet());
  }

  void scanned(String name, Map<String, String> values) {
    lastScan = Optional.of(name);
    takenSo = Map.copyOf(values);
  }

  static JsonText reference(String value) {
    return new JsonText(CanonicalJson.text(JsonNodeFactory.instance.objectNode().put("$", value)));
  }

  ObjectNode of(Call call, Map<String, String> values) {
    ObjectNode filled = JsonNodeFactory.instance.objectNode();
    if (!call.verb().equals(Call.NO_VERB)) {
      filled.put("instrument", instrument);
    }
    for (Argument argument : call.arguments()) {
      if (!argument.picture().isEmpty()) {
        filled
            .putObject(argument.name())
            .put("$", "%s.read.%s.blob".formatted(lastScan.orElseThrow(), argument.picture()));
      } else if (domain.slot(bare(argument)).kind() == SlotKind.POINT) {
        point(argument, values, filled);
      } else {
        value(argument, values).ifPresent(value -> put(call, filled, argument, value));
      }
    }
    return filled;
  }

  private static String bare(Argument argument) {
    return argument.slot().replaceAll("\\..*", "");
  }

  private void point(Argument argument, Map<String, String> values, ObjectNode filled) {
    String slot = bare(argument);
    if (Grid.ITEM.equals(values.get(slot))) {
      filled.putObject(argument.name()).put("$", Grid.ITEM);
      return;
    }
    boolean said =
        values.containsKey(slot) || values.keySet().stream().anyMatch(Place.OFFSETS::contains);
    if (!said && !domain.slot(slot).question().isEmpty()) {
      ask(domain.slot(slot).question());
      return;
    }
    Place place = Place.of(Optional.ofNullable(values.get(slot)), values, situation);
    if (argument.slot().endsWith(".x")) {
      filled.put(argument.name(), place.xText());
    } else if (argument.slot().endsWith(".y")) {
      filled.put(argument.name(), place.yText());
      moved(slot, place);
    } else {
      filled.putObject(argument.name()).put("x", place.xText()).put("y", place.yText());
      moved(slot, place);
    }
  }

  private void moved(String slot, Place place) {
    String why = place.words().isEmpty() ? "" : " (" + place.words() + ")";
    lines.add("%s: %s%s".formatted(domain.slot(slot).label(), place, why));
    situation.standsAt(place.x(), place.y());
  }

  private Optional<String> value(Argument argument, Map<String, String> values) {
    String slot = argument.slot();
    String label = domain.slot(slot).label();
    String said = values.get(slot);
    if (said != null) {
      lines.add(label + ": " + said);
      return Optional.of(said);
    }
    Optional<String> before = Optional.ofNullable(planned.get(slot));
    if (before.isPresent()) {
      return before;
    }
    Optional<String> now = situation.now(argument.now());
    if (now.isPresent()) {
      lines.add("%s: %s (as it is now)".formatted(label, now.get()));
      return now;
    }
    Optional<String> usual = usual(slot);
    if (usual.isPresent()) {
      lines.add("%s: %s (assumed: usual of %s)".formatted(label, usual.get(), instrument));
      return usual;
    }
    if (argument.assumed().isEmpty()) {
      if (!domain.slot(slot).question().isEmpty()) {
        ask(domain.slot(slot).question());
      }
      return Optional.empty();
    }
    lines.add("%s: %s (assumed)".formatted(label, argument.assumed()));
    return Optional.of(argument.assumed());
  }

  private Optional<String> usual(String slot) {
    return domain.book().usual().stream()
        .filter(one -> simulated && one.instrument().equals(instrument) && one.slot().equals(slot))
        .map(Usual::value)
        .findFirst();
  }

  private void put(Call call, ObjectNode filled, Argument argument, String value) {
    if (call.tool().contains(SETTING)) {
      planned.put(argument.slot(), value);
    }
    if (domain.slot(argument.slot()).kind() == SlotKind.COUNT) {
      filled.put(argument.name(), Long.parseLong(value));
    } else {
      filled.put(argument.name(), value);
    }
  }
}
