package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.knowledge.Phrasebook.Act;
import dev.cantilever.agent.knowledge.Phrasebook.Call;
import dev.cantilever.agent.knowledge.Phrasebook.Fact;
import dev.cantilever.agent.knowledge.Phrasebook.Finding;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns acts into steps, one after the other. What a step needs and what does not hold by then is
 * put before it, and shown as added; a step is never moved.
 */
final class Drafting {

  private static final int DEEPEST = 4;
  private static final String LINES = "256";

  private final OperationDomain domain;
  private final Choice.Chosen instrument;
  private final Situation situation;
  private final Arguments arguments;
  private final List<String> lines = new ArrayList<>();
  private final List<String> conflicts = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private List<Step> steps = new ArrayList<>();

  Drafting(
      OperationDomain domain,
      Choice.Chosen instrument,
      Situation situation,
      Instruments instruments) {
    this.domain = domain;
    this.instrument = instrument;
    this.situation = situation;
    boolean simulated = instruments.isSimulated(instrument.name());
    this.arguments = new Arguments(domain, instrument.name(), simulated, situation, lines);
  }

  List<Step> steps() {
    return steps;
  }

  /** What the person must see beside the steps. */
  List<String> lines() {
    return lines;
  }

  List<String> conflicts() {
    return conflicts;
  }

  List<String> questions() {
    return arguments.questions();
  }

  void add(Deed deed) {
    if (situation.isEngagedNow() && steps.isEmpty() && gives(deed.act(), "engaged")) {
      conflicts.add(
          "The probe of %s is engaged already; withdraw it first if it is to be approached anew."
              .formatted(instrument.name()));
      return;
    }
    Map<String, String> values = new LinkedHashMap<>(deed.values());
    if (!values.containsKey(Grid.COLUMNS)
        && (values.containsKey("avoid") || values.containsKey("spacing"))) {
      conflicts.add(
          "A part can be left out of a grid of places, not of one image; say for example: Take images of 200 nm on a 3 x 3 grid, 1 µm apart, avoiding the lower left");
      return;
    }
    pace(values);
    if (values.containsKey(Grid.COLUMNS)) {
      grid(deed.act(), values);
      return;
    }
    settings(deed.act(), values);
    if (deed.act().call().equals(Tuning.CALL)) {
      ensure("engaged", Tuning.CALL, 0);
      tune(values);
      return;
    }
    if (!deed.act().needs().isEmpty() && !arguments.hasScan(sets(deed.act().needs()))) {
      Act first = domain.act(deed.act().needs());
      values.putAll(sets(first.name()));
      lines.add("added: %s, since %s is of one".formatted(first.name(), title(deed.act())));
      settings(first, values);
      act(first, values);
    }
    if (!deed.act().call().isEmpty()) {
      repeated(deed.act(), values);
    }
  }

  /** What an act says by itself. */
  private Map<String, String> sets(String act) {
    return OperationDomain.values(domain.act(act).sets());
  }

  private boolean gives(Act act, String fact) {
    return !act.call().isEmpty() && domain.call(act.call()).gives().contains(fact);
  }

  private static String title(Act act) {
    return act.name().replace('_', ' ');
  }

  /** A time for an image is a line rate; its lines must be known for that. */
  private void pace(Map<String, String> values) {
    String time = values.remove(Pace.TIME);
    if (time != null) {
      boolean assumed = values.putIfAbsent("lines", LINES) == null;
      if (assumed) {
        values.putIfAbsent("pixels", LINES);
        lines.add("lines: %s (assumed, since the time is shared out among them)".formatted(LINES));
      }
      values.put("line_rate", Pace.lineRate(values, time));
      lines.add(
          "line rate: %s, so that %s lines and the way to the first take %s"
              .formatted(values.get("line_rate"), values.get("lines"), time));
    }
  }

  private void settings(Act act, Map<String, String> values) {
    for (String tool : act.settings()) {
      Call call = domain.call(tool);
      if (OperationDomain.slots(call).stream().anyMatch(values::containsKey)) {
        call(call, values, Optional.empty(), 0);
      }
    }
  }

  private void repeated(Act act, Map<String, String> values) {
    String times = values.remove("times");
    if (times == null) {
      act(act, values);
      return;
    }
    domain.call(act.call()).needs().forEach(fact -> ensure(fact, act.call(), 0));
    List<Step> outside = steps;
    steps = new ArrayList<>();
    act(act, values);
    outside.add(new Step.Repeat(Integer.parseInt(times), Optional.empty(), steps));
    steps = outside;
    lines.add("times: " + times);
  }

  private void act(Act act, Map<String, String> values) {
    boolean named = !act.findings().isEmpty() || act.call().equals(Arguments.SCAN);
    Optional<String> as = named ? Optional.of(numbered(act.name())) : Optional.empty();
    call(domain.call(act.call()), values, as, 0);
    domain.book().facts().stream()
        .filter(fact -> fact.by().equals(act.name()))
        .forEach(fact -> situation.gains(fact.name()));
    for (Finding finding : act.findings()) {
      String value = as.orElseThrow() + "." + finding.of();
      steps.add(new Step.Measure(numbered(finding.as()), Arguments.reference(value)));
    }
  }

  private String numbered(String name) {
    int number = counts.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + "_" + number;
  }

  private void call(Call call, Map<String, String> values, Optional<String> as, int depth) {
    call.needs().forEach(fact -> ensure(fact, call.tool(), depth));
    ObjectNode filled = arguments.of(call, values);
    steps.add(new Step.Call(call.tool(), new JsonText(CanonicalJson.text(filled)), as));
    call.ends().forEach(situation::loses);
    call.gives().forEach(situation::gains);
    if (call.tool().equals(Arguments.SCAN)) {
      as.ifPresent(name -> arguments.scanned(name, values));
    }
  }

  private void ensure(String name, String tool, int depth) {
    Fact fact = domain.fact(name);
    Act provider = domain.act(fact.by());
    Call call = domain.call(provider.call());
    if (situation.holds(name) || !instrument.verbs().contains(Draft.verb(call))) {
      return;
    }
    if (depth >= DEEPEST) {
      conflicts.add("%s needs %s, which cannot be brought about.".formatted(tool, fact.words()));
      return;
    }
    call(call, OperationDomain.values(provider.sets()), Optional.empty(), depth + 1);
    situation.gains(name);
    lines.add("added: %s, since %s needs %s".formatted(call.tool(), tool, fact.words()));
  }

  private void grid(Act act, Map<String, String> values) {
    ensure("engaged", act.call(), 0);
    Optional<Grid> grid = Grid.of(values, situation, arguments::ask);
    if (grid.isEmpty()) {
      return;
    }
    lines.addAll(grid.get().lines());
    List<Step> outside = steps;
    steps = new ArrayList<>();
    values.keySet().removeAll(Grid.SLOTS);
    values.put("center", Grid.ITEM);
    settings(act, values);
    act(act, values);
    outside.add(grid.get().step(steps));
    steps = outside;
  }

  private void tune(Map<String, String> values) {
    if (!values.containsKey(Tuning.CANDIDATES)) {
      arguments.ask(domain.slot(Tuning.CANDIDATES).question());
      return;
    }
    Tuning tuning = new Tuning(values, instrument.name());
    steps.addAll(tuning.steps());
    lines.addAll(tuning.lines());
  }
}
