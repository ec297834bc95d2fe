package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through a plan from its start. Whatever the hands have done before, in a process that died,
 * they look up; so the same walk starts a run, resumes it and replays it.
 */
public final class PlanWalk {

  /** What a walk cannot do itself. Every method yields whether, or with what, it goes on. */
  public interface Hands {

    /** The result of a call; empty where the run cannot go on. */
    Optional<JsonNode> call(String number, Step.Call call);

    void judged(String number, String condition, boolean holds, List<String> values);

    void measured(String number, String name, JsonText value);

    void reached(String number, String checkpoint);

    /** The answer; empty where the run cannot go on. */
    Optional<String> ask(String number, Step.Ask question);

    /** The run cannot go on. */
    void fail(String number, String reason);

    /** Whether somebody asked to stop. */
    boolean isStopped();
  }

  private final Hands hands;

  public PlanWalk(Hands hands) {
    this.hands = hands;
  }

  /** Whether it came to the end. */
  public boolean through(Plan plan) {
    return steps(plan.steps(), "", new HashMap<>());
  }

  private boolean steps(List<Step> steps, String prefix, Map<String, JsonNode> values) {
    for (int i = 0; i < steps.size(); i++) {
      if (hands.isStopped() || !step(steps.get(i), prefix + (i + 1), values)) {
        return false;
      }
    }
    return true;
  }

  private boolean step(Step step, String number, Map<String, JsonNode> values) {
    return switch (step) {
      case Step.Call call -> call(call, number, values);
      case Step.Repeat repeat -> repeat(repeat, number, values);
      case Step.ForEach each -> forEach(each, number, values);
      case Step.When when -> when(when, number, values);
      case Step.Measure measure -> measure(measure, number, values);
      case Step.Checkpoint checkpoint -> {
        hands.reached(number, checkpoint.name());
        yield true;
      }
      case Step.Ask ask -> {
        Optional<String> answer = hands.ask(number, ask);
        answer.ifPresent(said -> values.put(ask.as(), JsonNodeFactory.instance.textNode(said)));
        yield answer.isPresent();
      }
    };
  }

  private boolean call(Step.Call call, String number, Map<String, JsonNode> values) {
    Optional<JsonNode> arguments = filled(call.arguments(), number, values);
    if (arguments.isEmpty()) {
      return false;
    }
    JsonText text = new JsonText(CanonicalJson.text(arguments.get()));
    Optional<JsonNode> result = hands.call(number, new Step.Call(call.tool(), text, call.as()));
    result.ifPresent(value -> call.as().ifPresent(name -> values.put(name, value)));
    return result.isPresent();
  }

  private Optional<JsonNode> filled(
      JsonText template, String number, Map<String, JsonNode> values) {
    JsonNode written = StrictJson.ours(template.canonical());
    for (Template.Hole hole : Template.holes(written)) {
      if (value(hole.written(), values).isEmpty()) {
        hands.fail(number, "there is no value %s".formatted(hole.written()));
        return Optional.empty();
      }
    }
    return Optional.of(Template.fill(written, hole -> value(hole, values).orElseThrow()));
  }

  private static Optional<JsonNode> value(JsonNode hole, Map<String, JsonNode> values) {
    return Reference.of(hole)
        .flatMap(
            reference -> Optional.ofNullable(values.get(reference.name())).flatMap(reference::in));
  }

  private boolean repeat(Step.Repeat repeat, String number, Map<String, JsonNode> values) {
    for (int round = 1; round <= repeat.atMost(); round++) {
      String here = number + "#" + round;
      if (!steps(repeat.steps(), here + ".", values)) {
        return false;
      }
      if (repeat.until().isPresent()) {
        Optional<Boolean> done = judge(repeat.until().get(), here, values);
        if (done.isEmpty() || done.get()) {
          return done.isPresent();
        }
      }
    }
    return true;
  }

  private boolean forEach(Step.ForEach each, String number, Map<String, JsonNode> values) {
    Optional<JsonNode> list = filled(each.in(), number, values);
    if (list.isEmpty()) {
      return false;
    }
    if (!list.get().isArray() || list.get().size() > each.atMost()) {
      hands.fail(
          number,
          list.get().isArray()
              ? "the list has %d items; at most %d were approved"
                  .formatted(list.get().size(), each.atMost())
              : "what it should go through is no list");
      return false;
    }
    for (int i = 0; i < list.get().size(); i++) {
      Map<String, JsonNode> inner = new HashMap<>(values);
      inner.put(each.item(), list.get().get(i));
      if (!steps(each.steps(), "%s#%d.".formatted(number, i + 1), inner)) {
        return false;
      }
    }
    return true;
  }

  private boolean when(Step.When when, String number, Map<String, JsonNode> values) {
    Optional<Boolean> holds = judge(when.condition(), number, values);
    if (holds.isEmpty()) {
      return false;
    }
    Map<String, JsonNode> inner = new HashMap<>(values);
    return holds.get()
        ? steps(when.steps(), number + ".", inner)
        : steps(when.otherwise(), number + ".otherwise.", inner);
  }

  private Optional<Boolean> judge(String text, String number, Map<String, JsonNode> values) {
    return switch (PlanCondition.read(text)) {
      case PlanCondition.Result.Unreadable unreadable -> {
        hands.fail(number, String.join("; ", unreadable.problems()));
        yield Optional.empty();
      }
      case PlanCondition.Result.Read read -> {
        PlanCondition.Judgement judgement =
            read.condition()
                .judge(
                    reference ->
                        Optional.ofNullable(values.get(reference.name()))
                            .flatMap(reference::measuredIn));
        judgement.problem().ifPresent(why -> hands.fail(number, text + ": " + why));
        if (judgement.problem().isPresent()) {
          yield Optional.empty();
        }
        hands.judged(number, text, judgement.holds(), judgement.values());
        yield Optional.of(judgement.holds());
      }
    };
  }

  private boolean measure(Step.Measure measure, String number, Map<String, JsonNode> values) {
    Optional<JsonNode> value = filled(measure.value(), number, values);
    value.ifPresent(
        found -> {
          hands.measured(number, measure.as(), new JsonText(CanonicalJson.text(found)));
          values.put(measure.as(), found);
        });
    return value.isPresent();
  }
}
