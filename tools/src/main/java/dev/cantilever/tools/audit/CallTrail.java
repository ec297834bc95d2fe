package dev.cantilever.tools.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that the journal says of one call. */
record CallTrail(CallEvent.Proposed proposed, Fact first, List<Fact> facts) {

  private static final int LONGEST = 240;

  CallTrail {
    facts = List.copyOf(facts);
  }

  /** The call of that name, else the last of that step, in whichever round. */
  static Optional<CallTrail> find(Trail trail, String step) {
    List<CallTrail> calls = all(trail);
    return Stream.<Optional<CallTrail>>of(
            calls.stream().filter(call -> call.id().value().equals(step)).findFirst(),
            last(calls, call -> call.proposed.step().equals(Optional.of(step))),
            last(
                calls,
                call ->
                    call.proposed.step().map(CallTrail::withoutRounds).equals(Optional.of(step))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<CallTrail> last(List<CallTrail> calls, Predicate<CallTrail> which) {
    return calls.reversed().stream().filter(which).findFirst();
  }

  private static String withoutRounds(String number) {
    return number.replaceAll("#\\d+", "");
  }

  static List<CallTrail> all(Trail trail) {
    return trail.facts().stream()
        .filter(fact -> fact.event() instanceof CallEvent.Proposed)
        .map(fact -> of((CallEvent.Proposed) fact.event(), fact, trail))
        .toList();
  }

  private static CallTrail of(CallEvent.Proposed proposed, Fact first, Trail trail) {
    List<Fact> facts =
        trail.facts().stream()
            .filter(
                fact ->
                    fact.event() instanceof CallEvent event && event.call().equals(proposed.call()))
            .toList();
    return new CallTrail(proposed, first, facts);
  }

  CallId id() {
    return proposed.call();
  }

  String tool() {
    return proposed.tool();
  }

  private Optional<CallEvent.Dispatched> dispatched() {
    return facts.stream()
        .map(Fact::event)
        .filter(CallEvent.Dispatched.class::isInstance)
        .map(CallEvent.Dispatched.class::cast)
        .findFirst();
  }

  /** Whether the arguments say this word. */
  boolean names(String instrument) {
    return dispatched()
        .map(event -> StrictJson.ours(event.arguments().canonical()))
        .map(arguments -> arguments.findValuesAsText("instrument").contains(instrument))
        .orElse(proposed.received().contains("\"" + instrument + "\""));
  }

  boolean succeeded() {
    return facts.stream().anyMatch(fact -> fact.event() instanceof CallEvent.Settled);
  }

  /** Its arguments as they were read; none where they were not. */
  JsonNode arguments() {
    return dispatched()
        .map(event -> StrictJson.ours(event.arguments().canonical()))
        .orElse(JsonNodeFactory.instance.objectNode());
  }

  /** Files of the data that its result cites, as they lie in an export. */
  List<String> cited() {
    return facts.stream()
        .map(Fact::event)
        .filter(CallEvent.Settled.class::isInstance)
        .map(event -> ((CallEvent.Settled) event).result().canonical())
        .flatMap(result -> StrictJson.ours(result).findValuesAsText("blob").stream())
        .filter(Hash::isHash)
        .map(hash -> "data/" + hash.substring("sha256:".length()))
        .distinct()
        .toList();
  }

  List<String> words() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s%s%s"
            .formatted(
                Wish.who(first),
                proposed.tool(),
                proposed.step().map(number -> ", step " + number + " of the plan").orElse(""),
                proposed.parent().map(parent -> ", on behalf of " + parent).orElse("")));
    lines.add("received " + shortened(proposed.received()));
    dispatched()
        .ifPresent(
            event ->
                lines.add(
                    "read as %s, effect %s"
                        .formatted(shortened(event.arguments().canonical()), event.effect())));
    return lines;
  }

  String rule() {
    return dispatched().map(event -> "let through by: " + event.rule()).orElse("not let through");
  }

  List<String> outcome() {
    return facts.stream()
        .flatMap(
            fact ->
                switch (fact.event()) {
                  case CallEvent.Settled settled ->
                      Stream.of(
                          "%s: %s".formatted(fact.at(), shortened(settled.result().canonical())));
                  case CallEvent.Refused refused -> problems(fact, "refused", refused.problems());
                  case CallEvent.Failed failed -> problems(fact, "failed", failed.problems());
                  case CallEvent.Reconciled found ->
                      Stream.of(
                          "%s: its outcome was lost; effect %s, as %s"
                              .formatted(fact.at(), found.effect(), found.evidence()));
                  default -> Stream.<String>empty();
                })
        .toList();
  }

  private static Stream<String> problems(Fact fact, String word, List<Problem> problems) {
    return problems.stream().map(one -> "%s: %s, %s".formatted(fact.at(), word, one.message()));
  }

  /** Results of earlier steps that its arguments refer to in the plan. */
  List<String> references(Trail trail) {
    Optional<Plan> plan =
        trail.first(RunEvent.Opened.class).map(fact -> ((RunEvent.Opened) fact.event()).plan());
    if (plan.isEmpty() || proposed.step().isEmpty()) {
      return List.of();
    }
    NumberedSteps steps = new NumberedSteps(plan.get());
    List<String> lines = new ArrayList<>();
    if (steps.find(withoutRounds(proposed.step().get())) instanceof Step.Call call) {
      JsonNode arguments = StrictJson.ours(call.arguments().canonical());
      for (String reference : arguments.findValuesAsText("$")) {
        lines.add(
            reference
                + steps
                    .naming(reference.split("\\.", 2)[0])
                    .flatMap(number -> before(trail, number))
                    .map(earlier -> ", from " + earlier.id() + ": " + earlier.outcome())
                    .orElse(""));
      }
    }
    return lines;
  }

  private Optional<CallTrail> before(Trail trail, String number) {
    return last(
        all(trail),
        call ->
            call.first.seq() < first.seq()
                && call.proposed.step().map(CallTrail::withoutRounds).equals(Optional.of(number)));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
