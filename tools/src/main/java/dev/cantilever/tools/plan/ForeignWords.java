package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows words of somebody who is not trusted through a plan: from the tool that brings them into
 * names, from names into names, into conditions and arguments.
 */
public final class ForeignWords {

  private final Catalogue catalogue;
  private final Set<String> names = new HashSet<>();
  private final Set<String> steered = new LinkedHashSet<>();

  private ForeignWords(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The steps that change something and whose arguments, or whether they run at all, hang on such
   * words; also those that ask a foreign server to act. No lease covers them.
   */
  public static List<String> steered(Plan plan, Catalogue catalogue) {
    ForeignWords words = new ForeignWords(catalogue);
    words.follow(plan.steps(), "", false);
    return List.copyOf(words.steered);
  }

  private void follow(List<Step> steps, String prefix, boolean decided) {
    for (int i = 0; i < steps.size(); i++) {
      follow(steps.get(i), prefix + (i + 1), decided);
    }
  }

  /** {@code decided} is whether such words decide that this step runs. */
  private void follow(Step step, String number, boolean decided) {
    switch (step) {
      case Step.Call call -> call(call, number, decided);
      case Step.Repeat repeat -> {
        follow(repeat.steps(), number + ".", decided);
        if (repeat.until().filter(this::isOfThem).isPresent()) {
          follow(repeat.steps(), number + ".", true);
        }
      }
      case Step.ForEach each -> {
        boolean foreign = decided || mentions(each.in());
        bind(Optional.of(each.item()), foreign);
        follow(each.steps(), number + ".", foreign);
      }
      case Step.When when -> {
        boolean foreign = decided || isOfThem(when.condition());
        follow(when.steps(), number + ".", foreign);
        follow(when.otherwise(), number + ".otherwise.", foreign);
      }
      case Step.Measure measure ->
          bind(Optional.of(measure.as()), decided || mentions(measure.value()));
      case Step.Ask ask -> {
        // what a person answers is that person's word
      }
      case Step.Checkpoint checkpoint -> {}
    }
  }

  private void call(Step.Call call, String number, boolean decided) {
    Optional<Catalogue.Entry<?, ?>> entry = catalogue.find(call.tool());
    boolean brings = entry.filter(one -> one.tool().bringsForeignWords()).isPresent();
    boolean acts = entry.map(one -> one.tool().card().effect().actsOnInstrument()).orElse(true);
    boolean foreign = decided || brings || mentions(call.arguments());
    if (acts && foreign) {
      steered.add(number);
    }
    bind(call.as(), foreign);
  }

  private void bind(Optional<String> name, boolean foreign) {
    name.filter(one -> foreign).ifPresent(names::add);
  }

  private boolean mentions(JsonText written) {
    JsonNode node = StrictJson.ours(written.canonical());
    return Template.holes(node).stream()
        .map(hole -> Reference.of(hole.written()))
        .anyMatch(one -> one.isEmpty() || names.contains(one.get().name()));
  }

  private boolean isOfThem(String condition) {
    return PlanCondition.read(condition) instanceof PlanCondition.Result.Read read
        ? read.condition().references().stream().anyMatch(one -> names.contains(one.name()))
        : true;
  }
}
