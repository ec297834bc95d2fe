package dev.cantilever.tools.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Reading;
import dev.cantilever.tools.plan.PlanWalk;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks the plan of a run once more with the results of its journal: which steps were due, with
 * which arguments, and how every condition falls out.
 */
final class PlanReplay implements PlanWalk.Hands {

  /** One thing that the journal says and the walk says too, or not. */
  record Pair(String what, String journalled, String recomputed) {}

  private static final String NOTHING = "nothing";
  private static final String FOREIGN = "foreign.";

  private final CallReader reader;
  private final RunState run;
  private final List<Pair> pairs = new ArrayList<>();

  private PlanReplay(CallReader reader, RunState run) {
    this.reader = reader;
    this.run = run;
  }

  static List<Pair> of(CallReader reader, RunState run) {
    PlanReplay replay = new PlanReplay(reader, run);
    run.opened().ifPresent(opened -> replay.walk(opened.plan()));
    return replay.pairs;
  }

  private void walk(Plan plan) {
    new PlanWalk(this).through(plan);
    List<String> reached = pairs.stream().map(Pair::what).toList();
    run.calls().stream()
        .filter(call -> call.step().isPresent() && call.effect().isPresent())
        .map(call -> arguments(call.step().get()))
        .filter(what -> !reached.contains(what))
        .distinct()
        .forEach(what -> pairs.add(new Pair(what, "called", "not due")));
  }

  private static String arguments(String number) {
    return "arguments of step " + number;
  }

  @Override
  public boolean isStopped() {
    return false;
  }

  @Override
  public Optional<JsonNode> call(String number, Step.Call call) {
    Optional<CallState> journalled =
        run.calls().reversed().stream()
            .filter(one -> one.step().equals(Optional.of(number)))
            .filter(one -> one.arguments().isPresent())
            .findFirst();
    journalled.ifPresent(
        one ->
            pairs.add(
                new Pair(
                    arguments(number),
                    one.tool() + " " + one.arguments().orElseThrow(),
                    canonical(call))));
    return journalled.flatMap(CallState::result).map(result -> StrictJson.ours(result.canonical()));
  }

  private String canonical(Step.Call call) {
    return reader.read(call.tool(), call.arguments().canonical())
            instanceof Reading.Understood<?, ?> understood
        ? understood.step().tool() + " " + understood.step().arguments()
        : unread(call);
  }

  /** A foreign tool that is forbidden by now was called with what stood there, as it stood. */
  private String unread(Step.Call call) {
    return call.tool().startsWith(FOREIGN) && reader.catalogue().find(call.tool()).isEmpty()
        ? call.tool() + " " + call.arguments()
        : "this version cannot read its arguments";
  }

  @Override
  public void judged(String number, String condition, boolean holds, List<String> values) {
    compare(new StepEvent.Judged(number, condition, holds, values));
  }

  @Override
  public void measured(String number, String name, JsonText value) {
    compare(new StepEvent.Measured(number, name, value));
  }

  @Override
  public void reached(String number, String checkpoint) {
    // nothing was worked out
  }

  private void compare(StepEvent event) {
    String journalled =
        run.steps().stream()
            .filter(one -> one.getClass() == event.getClass())
            .filter(one -> one.step().equals(event.step()))
            .map(Object::toString)
            .findFirst()
            .orElse(NOTHING);
    boolean wentThrough =
        run.ended().filter(end -> end.status() == RunStatus.COMPLETED).isPresent();
    boolean cutShort = journalled.equals(NOTHING) && !wentThrough;
    if (!cutShort) {
      pairs.add(new Pair("step " + event.step(), journalled, event.toString()));
    }
  }

  @Override
  public Optional<String> ask(String number, Step.Ask question) {
    return run.steps().stream()
        .filter(StepEvent.Answered.class::isInstance)
        .map(StepEvent.Answered.class::cast)
        .filter(answer -> answer.step().equals(number))
        .map(StepEvent.Answered::choice)
        .findFirst();
  }

  @Override
  public void fail(String number, String reason) {
    // the run ended there, too
  }
}
