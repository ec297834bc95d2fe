package dev.cantilever.agent.request;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.plan.PossibleCalls;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person reads before saying yes, part by part: made by the runtime from the plan as things
 * are now, never by a planner. Shell, host and page show the same.
 *
 * @param root over all calls that the plan may make
 * @param most its gravest effect
 * @param cost what it uses up at most, as far as that can be told before
 * @param comparisons with what measuring everything would take
 * @param autonomy how much happens without a person
 * @param foreign steps that are decided by words of others
 * @param problems why it cannot run as things are now
 */
public record PlanSheet(
    String hash,
    String root,
    String goal,
    Effect most,
    List<StepSheet> steps,
    List<EnvelopeSheet> envelopes,
    String cost,
    List<String> comparisons,
    String autonomy,
    List<String> foreign,
    List<String> problems) {

  public PlanSheet {
    steps = List.copyOf(steps);
    envelopes = List.copyOf(envelopes);
    comparisons = List.copyOf(comparisons);
    foreign = List.copyOf(foreign);
    problems = List.copyOf(problems);
  }

  /**
   * One step.
   *
   * @param line its words, and its arguments with every digit and unit
   * @param effect what its tool may change, where it calls one
   * @param undo how that is taken back
   */
  public record StepSheet(PlanText.Line line, Optional<Effect> effect, Optional<String> undo) {

    static StepSheet of(PlanText.Line line, Catalogue catalogue) {
      Optional<Effect> effect =
          line.tool()
              .map(tool -> catalogue.find(tool).map(StepSheet::effect).orElse(Effect.EXPOSE));
      return new StepSheet(line, effect, effect.map(Effect::undo));
    }

    private static Effect effect(Catalogue.Entry<?, ?> entry) {
      return entry.tool().card().effect();
    }
  }

  /** Of a plan, which is checked anew. */
  public static PlanSheet of(Installation installation, Plan plan) {
    Catalogue catalogue = installation.calls().catalogue();
    Map<InstrumentId, Demands> demands = new HashMap<>();
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      List<InstrumentId> named =
          rack.instruments().stream().filter(Instruments.of(plan)::contains).toList();
      for (InstrumentId id : named) {
        demands.put(id, new Demands());
        rack.gate(id).listen(demands.get(id)::add);
      }
      Verdict verdict = new PlanCheck(installation.calls()).check(plan, rack);
      Cost predicted = verdict instanceof Verdict.Ready ready ? ready.predicted() : Cost.NONE;
      PossibleCalls possible = PossibleCalls.of(verdict.plan(), catalogue);
      return new PlanSheet(
          PlanCheck.hash(verdict.plan()),
          possible.root().text(),
          plan.goal(),
          possible.most(),
          PlanText.lines(verdict.plan()).stream()
              .map(line -> StepSheet.of(line, catalogue))
              .toList(),
          named.stream()
              .map(id -> EnvelopeSheet.of(id, rack.envelope(id), demands.get(id)))
              .toList(),
          predicted.inWords(),
          named.stream()
              .map(id -> rack.gate(id).describe())
              .flatMap(one -> one.loops().map(loops -> whole(one, loops, predicted)).stream())
              .toList(),
          PlanCard.autonomy(installation.home().autonomy()),
          PlanLabels.of(verdict.plan(), catalogue).steered(),
          verdict instanceof Verdict.Refused refused
              ? refused.problems().stream().map(Problem::message).toList()
              : List.of());
    }
  }

  private static String whole(InstrumentDescription instrument, Offer.Loops loops, Cost predicted) {
    double full = loops.sites().size() * loops.timePerSite().seconds();
    return String.format(
        Locale.ROOT,
        "against %,.0f s for all %d sites of %s: %.1f %%",
        full,
        loops.sites().size(),
        instrument.instrument(),
        100 * predicted.time().seconds() / full);
  }
}
