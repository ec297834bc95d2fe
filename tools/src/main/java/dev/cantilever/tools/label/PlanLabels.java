package dev.cantilever.tools.label;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What every call of a plan hangs on, told from the plan alone: what its arguments come from, and
 * what decides that it runs. The result of a tool that quotes is untrusted; so is the result of
 * every tool whose call hangs on one. A name keeps all labels that it ever gets, because rounds and
 * branches may bind it again.
 */
public final class PlanLabels {

  private static final String MARK = "$";
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private final Catalogue catalogue;
  private final Map<String, Label> names = new HashMap<>();
  private final Map<String, Label> calls = new HashMap<>();
  private final Set<String> steered = new LinkedHashSet<>();

  private PlanLabels(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Of a plan; a tool that the catalogue does not know counts as one that quotes. */
  public static PlanLabels of(Plan plan, Catalogue catalogue) {
    PlanLabels labels = new PlanLabels(catalogue);
    Map<String, Label> before;
    do { // until another round brings nothing new
      before = Map.copyOf(labels.names);
      labels.steps(plan.steps(), "", Label.TRUSTED);
    } while (!before.equals(labels.names));
    return labels;
  }

  /** Of a call, by the number of its step without rounds, such as {@code 3#.1}. */
  public Label call(String number) {
    return calls.getOrDefault(number, Label.TRUSTED);
  }

  /**
   * Numbers of the steps that act and hang on untrusted words, and of those that let somebody
   * untrusted act. No lease covers them.
   */
  public List<String> steered() {
    return List.copyOf(steered);
  }

  private void steps(List<Step> steps, String prefix, Label decided) {
    for (int i = 0; i < steps.size(); i++) {
      step(steps.get(i), prefix + (i + 1), decided);
    }
  }

  /** {@code decided} is of what decides that the step runs. */
  private void step(Step step, String number, Label decided) {
    switch (step) {
      case Step.Call call -> call(call, number, decided);
      case Step.Repeat repeat -> {
        Label until = repeat.until().map(this::ofCondition).orElse(Label.TRUSTED);
        steps(repeat.steps(), number + "#.", Label.join(List.of(decided, until)));
      }
      case Step.ForEach each -> {
        Label list = Label.join(List.of(decided, of(each.in())));
        bind(each.item(), list);
        steps(each.steps(), number + "#.", list);
      }
      case Step.When when -> {
        Label condition = Label.join(List.of(decided, ofCondition(when.condition())));
        steps(when.steps(), number + ".", condition);
        steps(when.otherwise(), number + ".otherwise.", condition);
      }
      case Step.Measure measure ->
          bind(measure.as(), Label.join(List.of(decided, of(measure.value()))));
      case Step.Checkpoint checkpoint -> {}
      case Step.Ask ask -> {} // a person answers with words of the plan
    }
  }

  private void call(Step.Call call, String number, Label decided) {
    Label given = Label.join(List.of(decided, of(call.arguments())));
    calls.put(number, given);
    Optional<? extends Tool<?, ?>> tool = catalogue.find(call.tool()).map(Catalogue.Entry::tool);
    boolean quotes = tool.map(Tool::quotes).orElse(true);
    boolean acts = tool.map(one -> one.card().effect().actsOnInstrument()).orElse(true);
    if (acts && (quotes || given.isUntrusted())) {
      steered.add(number.replace("#", ""));
    }
    Label result = quotes ? Label.join(List.of(given, Label.from(call.tool(), number))) : given;
    call.as().ifPresent(name -> bind(name, result));
  }

  private void bind(String name, Label label) {
    names.merge(name, label, (one, other) -> Label.join(List.of(one, other)));
  }

  private Label of(JsonText written) {
    List<Label> found = new ArrayList<>();
    collect(StrictJson.ours(written.canonical()), found);
    return Label.join(found);
  }

  /** Every word of a condition that is a name counts, so that none is missed. */
  private Label ofCondition(String condition) {
    return Label.join(
        WORD.matcher(condition)
            .results()
            .map(word -> names.getOrDefault(word.group(), Label.TRUSTED))
            .toList());
  }

  private void collect(JsonNode node, List<Label> found) {
    if (node.path(MARK).isTextual()) {
      String name = node.path(MARK).textValue().split("\\.", 2)[0];
      found.add(names.getOrDefault(name, Label.TRUSTED));
    }
    node.forEach(inner -> collect(inner, found));
  }
}
