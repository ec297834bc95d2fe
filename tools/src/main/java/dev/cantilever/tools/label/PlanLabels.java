package dev.cantilever.tools.label;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the arguments of every call of a plan come from, told from the plan alone. The result of a
 * tool that quotes is untrusted; so is the result of every tool whose arguments are. A name keeps
 * all labels that it ever gets, because rounds and branches may bind it again.
 */
public final class PlanLabels {

  private static final String MARK = "$";

  private final Catalogue catalogue;
  private final Map<String, Label> names = new HashMap<>();
  private final Map<String, Label> arguments = new HashMap<>();

  private PlanLabels(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Of a plan; a tool that the catalogue does not know counts as one that quotes. */
  public static PlanLabels of(Plan plan, Catalogue catalogue) {
    PlanLabels labels = new PlanLabels(catalogue);
    Map<String, Label> before;
    do { // until another round brings nothing new
      before = Map.copyOf(labels.names);
      labels.steps(plan.steps(), "");
    } while (!before.equals(labels.names));
    return labels;
  }

  /** Of the arguments of a step, by its number without rounds, such as {@code 3#.1}. */
  public Label arguments(String number) {
    return arguments.getOrDefault(number, Label.TRUSTED);
  }

  private void steps(List<Step> steps, String prefix) {
    for (int i = 0; i < steps.size(); i++) {
      step(steps.get(i), prefix + (i + 1));
    }
  }

  private void step(Step step, String number) {
    switch (step) {
      case Step.Call call -> call(call, number);
      case Step.Repeat repeat -> steps(repeat.steps(), number + "#.");
      case Step.ForEach each -> {
        bind(each.item(), of(each.in()));
        steps(each.steps(), number + "#.");
      }
      case Step.When when -> {
        steps(when.steps(), number + ".");
        steps(when.otherwise(), number + ".otherwise.");
      }
      case Step.Measure measure -> bind(measure.as(), of(measure.value()));
      case Step.Checkpoint checkpoint -> {}
      case Step.Ask ask -> {} // a person answers with words of the plan
    }
  }

  private void call(Step.Call call, String number) {
    Label given = of(call.arguments());
    arguments.put(number, given);
    boolean quotes =
        catalogue.find(call.tool()).map(entry -> entry.tool().quotes()).orElse(true);
    Label result =
        quotes ? Label.join(List.of(given, Label.from(call.tool(), number))) : given;
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

  private void collect(JsonNode node, List<Label> found) {
    if (node.path(MARK).isTextual()) {
      String name = node.path(MARK).textValue().split("\\.", 2)[0];
      found.add(names.getOrDefault(name, Label.TRUSTED));
    }
    node.forEach(inner -> collect(inner, found));
  }
}
