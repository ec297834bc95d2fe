package dev.cantilever.tools.audit;

import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asked for one step of a run, what was known, who approved it, under which rule and limits,
 * and what would have been chosen otherwise: from journals alone.
 *
 * @param title what the step is
 * @param answers in the order in which people ask
 */
public record Why(String title, List<Answer> answers) {

  private static final Pattern BATCH = Pattern.compile("batch-(\\d{1,6})");

  public Why {
    answers = List.copyOf(answers);
  }

  /** One question and what the log says. */
  public record Answer(String question, List<String> lines) {

    public Answer {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The answers about one step; empty where the run has no such step.
   *
   * @param step {@code call-7}, {@code batch-3}, or the number of a step of the plan
   */
  public static Optional<Why> of(Home home, RunId run, String step) {
    Trail trail = Trail.of(home.place(run), run);
    Trail desk = Trail.of(home.place(new RunId("desk")), new RunId("desk"));
    Matcher batch = BATCH.matcher(step);
    if (batch.matches()) {
      return ofBatch(run, trail, desk, Integer.parseInt(batch.group(1)));
    }
    return CallTrail.find(trail, step)
        .map(call -> ofCall(run, trail, desk, call))
        .or(() -> ofOtherStep(run, trail, desk, step));
  }

  private static Optional<Why> ofBatch(RunId run, Trail trail, Trail desk, int iteration) {
    List<Choice> choices = Choice.batch(iteration, trail);
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    List<Answer> answers = new ArrayList<>(asked(trail, desk));
    answers.addAll(approved(trail));
    answers.add(new Answer("knew", List.of(choices.getFirst().knew())));
    answers.add(new Answer("chosen by", List.of(choices.getFirst().method())));
    for (Choice choice : choices) {
      answers.add(new Answer("chose", choice.chose()));
      answers.add(new Answer("otherwise", choice.otherwise()));
    }
    return Optional.of(new Why("%s batch %d".formatted(run, iteration), answers));
  }

  private static Why ofCall(RunId run, Trail trail, Trail desk, CallTrail call) {
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer("call", call.words()));
    answers.addAll(asked(trail, desk));
    answers.addAll(approved(trail));
    answers.add(new Answer("rule", List.of(call.rule())));
    answers.add(new Answer("limits", limits(trail, call)));
    Optional<Choice> choice = Choice.behind(call, trail);
    List<String> knew = new ArrayList<>(call.references(trail));
    choice.ifPresent(made -> knew.add(made.knew()));
    answers.add(new Answer("knew", knew.isEmpty() ? List.of("nothing of earlier steps") : knew));
    choice.ifPresent(
        made -> {
          answers.add(new Answer("chosen by", List.of(made.method())));
          answers.add(new Answer("chose", made.chose()));
          answers.add(new Answer("otherwise", made.otherwise()));
        });
    answers.add(new Answer("outcome", call.outcome()));
    return new Why("%s %s: %s".formatted(run, call.id(), call.tool()), answers);
  }

  /** A condition, a question, a finding. */
  private static Optional<Why> ofOtherStep(RunId run, Trail trail, Trail desk, String step) {
    List<String> lines = new ArrayList<>();
    for (Fact fact : trail.facts()) {
      if (fact.event() instanceof StepEvent event && event.step().equals(step)) {
        lines.add("%s: %s".formatted(Wish.who(fact), words(event)));
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Answer> answers = new ArrayList<>(asked(trail, desk));
    answers.addAll(approved(trail));
    answers.add(new Answer("outcome", lines));
    return Optional.of(new Why("%s step %s".formatted(run, step), answers));
  }

  private static String words(StepEvent event) {
    return switch (event) {
      case StepEvent.Judged judged ->
          "%s is %s, from %s"
              .formatted(judged.condition(), judged.holds(), String.join(", ", judged.values()));
      case StepEvent.Measured found -> "%s = %s".formatted(found.name(), found.value());
      case StepEvent.CheckpointReached reached -> "reached \"%s\"".formatted(reached.name());
      case StepEvent.Asked asked -> "asked \"%s\"".formatted(asked.question());
      case StepEvent.Answered answered -> "answered \"%s\"".formatted(answered.choice());
    };
  }

  /** Whose plan it is and which words led to it. */
  private static List<Answer> asked(Trail trail, Trail desk) {
    Optional<Fact> opened = trail.first(RunEvent.Opened.class);
    if (opened.isEmpty()) {
      return List.of();
    }
    RunEvent.Opened event = (RunEvent.Opened) opened.get().event();
    List<String> lines = new ArrayList<>(new Wish(desk).lines(event.planHash(), opened.get().at()));
    if (lines.isEmpty()) {
      lines.add("no sentence is on record; the plan came as it is");
    }
    lines.add("%s: proposed the plan".formatted(Wish.who(opened.get())));
    return List.of(
        new Answer("asked", lines),
        new Answer("wish", List.of("\"%s\"".formatted(event.plan().goal()))),
        new Answer("plan", List.of(event.planHash())));
  }

  private static List<Answer> approved(Trail trail) {
    List<String> lines =
        trail.facts().stream()
            .filter(fact -> fact.event() instanceof RunEvent.Approved)
            .map(
                fact ->
                    "%s: approved %s"
                        .formatted(Wish.who(fact), ((RunEvent.Approved) fact.event()).planHash()))
            .toList();
    return List.of(
        new Answer("approved", lines.isEmpty() ? List.of("nobody; nothing may act") : lines));
  }

  /** The envelope of the instrument that the arguments name; else of all. */
  private static List<String> limits(Trail trail, CallTrail call) {
    List<RunEvent.EnvelopeInForce> all =
        trail
            .first(RunEvent.Opened.class)
            .map(fact -> ((RunEvent.Opened) fact.event()).instruments())
            .orElse(List.of());
    List<String> named =
        all.stream()
            .filter(one -> call.names(one.instrument().value()))
            .map(one -> "%s: %s, %s".formatted(one.instrument(), one.envelope(), one.hash()))
            .toList();
    return named.isEmpty() ? List.of("none on record") : named;
  }

  /** All answers as text. */
  public List<String> lines() {
    List<String> text = new ArrayList<>(List.of(title));
    for (Answer answer : answers) {
      String label = answer.question();
      for (String line : answer.lines()) {
        text.add("  %-11s%s".formatted(label, line));
        label = "";
      }
    }
    return text;
  }
}
