package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.tools.rule.Deed;
import dev.cantilever.tools.rule.Rulebook;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which calls may run on which authority in one run; everything that is not named is denied. After
 * that the rules of the house say how many persons must have said yes.
 */
final class Policy {

  private static final String YES = "yes";

  private final CallReader reader;
  private final RunState run;
  private final Supplier<Rulebook> rules;
  private final Bench bench;
  private PlanLabels labels;

  /**
   * The policy of one run.
   *
   * @param reader reads calls again, to compare them with what was approved
   * @param rules asked before every call, so that a change holds at once
   * @param bench whose envelopes tell how near a call comes to a limit
   */
  Policy(CallReader reader, RunState run, Supplier<Rulebook> rules, Bench bench) {
    this.reader = reader;
    this.run = run;
    this.rules = rules;
    this.bench = bench;
  }

  /** The verdict: a rule that lets it pass, or the problem. */
  sealed interface Ruling {
    record Pass(String rule) implements Ruling {}

    record Deny(Problem problem) implements Ruling {}
  }

  Ruling decide(Step.Call step, Effect effect, Authority authority) {
    if (!effect.actsOnInstrument()) {
      return ruled(step, effect, authority, "");
    }
    if (run.opened().flatMap(RunEvent.Opened::autonomy).equals(Optional.of(Autonomy.OBSERVE))) {
      return deny(step, effect, "this installation only observes");
    }
    Optional<String> objection =
        switch (authority) {
          case Authority.RunningCall running -> inside(step, effect, running);
          case Authority.ApprovedStep approved -> offPlan(step, approved);
          case Authority.None none -> Optional.of("no person has approved it");
        };
    return objection
        .<Ruling>map(reason -> deny(step, effect, reason))
        .orElseGet(() -> ruled(step, effect, authority, basis(authority)));
  }

  private static String basis(Authority authority) {
    return switch (authority) {
      case Authority.RunningCall running -> "inside %s; ".formatted(running.parent());
      case Authority.ApprovedStep approved ->
          "step %s of the approved plan; ".formatted(approved.number());
      case Authority.None none -> "";
    };
  }

  private Ruling ruled(Step.Call step, Effect effect, Authority authority, String basis) {
    Rulebook now = rules.get();
    Optional<RunEvent.Assent> assent = run.approved().flatMap(RunEvent.Approved::assent);
    if (effect.actsOnInstrument()
        && assent.filter(yes -> !yes.rules().equals(now.hash())).isPresent()) {
      return deny(step, effect, "the rules have changed since the approval");
    }
    Rulebook.Ruling ruling = now.decide(deed(step, effect, authority));
    if (ruling.asks().persons() <= persons(authority)) {
      return new Ruling.Pass(basis.isEmpty() ? ruling.rule() : basis + ruling.inWords());
    }
    return deny(step, effect, "%s, %s said yes".formatted(ruling.inWords(), said(authority)));
  }

  private String said(Authority authority) {
    int persons = persons(authority);
    return persons == 0 ? "nobody" : Integer.toString(persons);
  }

  /** The rule for which one person's yes is still missing; empty where none is, or more are. */
  Optional<String> missing(Step.Call step, Effect effect, Authority authority) {
    Rulebook.Ruling ruling = rules.get().decide(deed(step, effect, authority));
    return ruling.asks() == Asking.ONE_PERSON && persons(authority) == 0
        ? Optional.of(ruling.rule())
        : Optional.empty();
  }

  private Deed deed(Step.Call step, Effect effect, Authority authority) {
    return new Deed(
        step.tool(),
        effect,
        run.approved()
            .flatMap(RunEvent.Approved::assent)
            .map(RunEvent.Assent::planner)
            .orElse(Actor.Kind.MODEL),
        run.opened().flatMap(RunEvent.Opened::autonomy).orElseGet(() -> run.desk().autonomy()),
        reader.used(step, bench),
        !run.hasRun(step.tool()),
        number(authority).filter(this::isUntrusted).isPresent());
  }

  /** What a tool calls comes from the arguments of its own call. */
  private boolean isUntrusted(String number) {
    if (labels == null && run.opened().isPresent()) {
      labels = PlanLabels.of(run.opened().get().plan(), reader.catalogue());
    }
    return labels != null && labels.call(PossibleCall.withoutRounds(number)).isUntrusted();
  }

  /** How many persons have said yes: to the plan, or to this very step while it ran. */
  private int persons(Authority authority) {
    int toThePlan =
        run.approved()
            .map(yes -> yes.assent().map(assent -> assent.persons().size()).orElse(1))
            .orElse(0);
    boolean toTheStep = number(authority).filter(this::isConfirmed).isPresent();
    return toTheStep ? Math.max(1, toThePlan) : toThePlan;
  }

  private boolean isConfirmed(String number) {
    return run.steps().contains(new StepEvent.Answered(number, YES));
  }

  /** Of the step to which a call belongs, however deep inside it. */
  private Optional<String> number(Authority authority) {
    return switch (authority) {
      case Authority.ApprovedStep approved -> Optional.of(approved.number());
      case Authority.None none -> Optional.empty();
      case Authority.RunningCall running -> {
        CallState call = run.call(running.parent());
        while (call.step().isEmpty() && call.parent().isPresent()) {
          call = run.call(call.parent().get());
        }
        yield call.step();
      }
    };
  }

  /** What a tool calls stays with the instrument of its own call and changes no more than that. */
  private Optional<String> inside(Step.Call step, Effect effect, Authority.RunningCall running) {
    if (needsPerson(step)) {
      return Optional.of("a person approves each one");
    }
    CallState parent = run.call(running.parent());
    boolean graver = parent.effect().filter(most -> effect.compareTo(most) > 0).isPresent();
    if (graver) {
      return Optional.of(
          "%s may change no more than %s".formatted(parent.tool(), parent.effect().get()));
    }
    Optional<InstrumentId> instrument = parent.arguments().flatMap(Aim::of);
    return instrument.equals(Aim.of(step.arguments()))
        ? Optional.empty()
        : Optional.of(
            "%s was approved for %s"
                .formatted(
                    parent.tool(), instrument.map(InstrumentId::value).orElse("no instrument")));
  }

  private Optional<String> offPlan(Step.Call step, Authority.ApprovedStep approved) {
    Optional<Hash> root = run.approved().flatMap(RunEvent.Approved::root).map(Hash::new);
    return root.isEmpty()
        ? Optional.of("no person has approved it")
        : approved.proof().objection(root.get(), approved.number(), step, reader);
  }

  private static boolean needsPerson(Step.Call step) {
    return Arrays.stream(Verb.values())
        .anyMatch(verb -> verb.needsPersonEachTime() && verb.word().equals(step.tool()));
  }

  private static Ruling deny(Step.Call step, Effect effect, String reason) {
    return new Ruling.Deny(
        Problem.of(
            ProblemCode.NEEDS_APPROVAL,
            "%s (effect %s) was not run: %s; propose it in a plan"
                .formatted(step.tool(), effect, reason)));
  }
}
