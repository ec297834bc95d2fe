package dev.cantilever.tools.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.plan.PlanDiff;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two runs side by side: what they were made with, their plans, and step by step what was called
 * and what came of it.
 *
 * @param conditions what holds for a run as a whole
 * @param plan in which lines the plans differ; nothing where they are equal
 * @param steps by number, in the order of the first run and then of the other
 * @param more whether there are steps that are not listed
 */
public record Comparison(
    List<Condition> conditions, List<String> plan, List<Step> steps, boolean more) {

  private static final int MOST_STEPS = 1_000;

  public Comparison {
    conditions = List.copyOf(conditions);
    plan = List.copyOf(plan);
    steps = List.copyOf(steps);
  }

  /** Something that holds for a run, such as its software; empty where a run has no such thing. */
  public record Condition(String what, Optional<String> one, Optional<String> other) {

    /** Whether both runs have the same. */
    public boolean isEqual() {
      return one.equals(other);
    }
  }

  /**
   * What was done in a step of the plan.
   *
   * @param arguments of a call that was let through
   * @param outcome what came of it, or why nothing did
   */
  public record Done(String what, Optional<JsonText> arguments, Optional<String> outcome) {}

  /**
   * One step in both runs.
   *
   * @param differs what is not equal: {@code tool}, {@code outcome}, or a name among the arguments
   */
  public record Step(String step, Optional<Done> one, Optional<Done> other, List<String> differs) {

    public Step {
      differs = List.copyOf(differs);
    }
  }

  /** Of two runs that have begun. */
  public static Comparison of(RunState one, RunState other) {
    Map<String, Done> first = steps(one);
    Map<String, Done> second = steps(other);
    List<Step> steps =
        Stream.concat(first.keySet().stream(), second.keySet().stream())
            .distinct()
            .map(number -> step(number, first.get(number), second.get(number)))
            .toList();
    return new Comparison(
        conditions(one, other),
        PlanDiff.lines(one.opened().orElseThrow().plan(), other.opened().orElseThrow().plan()),
        steps.stream().limit(MOST_STEPS).toList(),
        steps.size() > MOST_STEPS);
  }

  private static List<Condition> conditions(RunState one, RunState other) {
    Map<String, String> first = conditions(one);
    Map<String, String> second = conditions(other);
    return Stream.concat(first.keySet().stream(), second.keySet().stream())
        .distinct()
        .map(
            what ->
                new Condition(
                    what,
                    Optional.ofNullable(first.get(what)),
                    Optional.ofNullable(second.get(what))))
        .toList();
  }

  private static Map<String, String> conditions(RunState run) {
    Map<String, String> all = new LinkedHashMap<>();
    RunEvent.Opened opened = run.opened().orElseThrow();
    all.put("goal", opened.plan().goal());
    all.put("plan", opened.planHash());
    all.put("software", opened.software());
    all.put("linear algebra", opened.linearAlgebra().orElse("the program's own"));
    opened
        .autonomy()
        .ifPresent(level -> all.put("autonomy", level.name().toLowerCase(Locale.ROOT)));
    opened
        .instruments()
        .forEach(
            one ->
                all.put(
                    "envelope of " + one.instrument(),
                    "%s, %s".formatted(one.envelope(), one.hash())));
    run.approved()
        .flatMap(RunEvent.Approved::assent)
        .ifPresent(
            assent -> {
              all.put("approved by", String.join(", ", assent.persons()));
              all.put("rules", assent.rules());
            });
    run.ended().ifPresent(end -> all.put("ended", end.status().name().toLowerCase(Locale.ROOT)));
    return all;
  }

  private static Map<String, Done> steps(RunState run) {
    Map<String, Done> steps = new LinkedHashMap<>();
    for (CallState call : run.calls()) {
      call.step()
          .ifPresent(
              number -> steps.put(number, new Done(call.tool(), call.arguments(), outcome(call))));
    }
    for (StepEvent event : run.steps()) {
      words(event).ifPresent(done -> steps.put(event.step(), done));
    }
    return steps;
  }

  private static Optional<Done> words(StepEvent event) {
    return switch (event) {
      case StepEvent.Judged one ->
          done(
              one.condition(),
              "%s, from %s".formatted(one.holds(), String.join(", ", one.values())));
      case StepEvent.Measured one -> done(one.name(), one.value().canonical());
      case StepEvent.Asked one -> done(one.question(), "no answer");
      case StepEvent.Answered one -> done("a question", one.choice());
      case StepEvent.CheckpointReached one -> Optional.empty();
    };
  }

  private static Optional<Done> done(String what, String outcome) {
    return Optional.of(new Done(what, Optional.empty(), Optional.of(outcome)));
  }

  private static Optional<String> outcome(CallState call) {
    return call.last()
        .map(
            event ->
                switch (event) {
                  case CallEvent.Settled settled -> settled.result().canonical();
                  case CallEvent.Refused refused ->
                      "refused: " + refused.problems().getFirst().message();
                  case CallEvent.Failed failed ->
                      "failed: " + failed.problems().getFirst().message();
                  case CallEvent.Reconciled found -> "reconciled: " + found.evidence();
                  case CallEvent.Proposed p -> "proposed";
                  case CallEvent.Dispatched d -> "no outcome";
                });
  }

  private static Step step(String number, Done one, Done other) {
    List<String> differs = new ArrayList<>();
    if (one != null && other != null) {
      if (!one.what().equals(other.what())) {
        differs.add("tool");
      }
      differs.addAll(arguments(one, other));
      if (!one.outcome().equals(other.outcome())) {
        differs.add("outcome");
      }
    }
    return new Step(number, Optional.ofNullable(one), Optional.ofNullable(other), differs);
  }

  private static List<String> arguments(Done one, Done other) {
    JsonNode first = tree(one);
    JsonNode second = tree(other);
    TreeSet<String> names = new TreeSet<>();
    first.fieldNames().forEachRemaining(names::add);
    second.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .filter(name -> !Objects.equals(first.get(name), second.get(name)))
        .toList();
  }

  private static JsonNode tree(Done done) {
    return StrictJson.ours(done.arguments().map(JsonText::canonical).orElse("{}"));
  }
}
