package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.ForeignWords;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.plan.PossibleCalls;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.rehearsal.Effort;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a person sees before saying yes: made by the runtime from the plan, never by a planner. */
final class Card {

  private final Installation installation;
  private final Screen screen;

  Card(Installation installation, Screen screen) {
    this.installation = installation;
    this.screen = screen;
  }

  /** Shows a plan that was checked before; the cost is told anew. */
  void show(Plan plan) {
    switch (checked(plan)) {
      case Verdict.Ready ready -> show(ready.plan(), ready.predicted());
      case Verdict.Refused refused -> {
        PlanText.indented(plan).forEach(line -> screen.say("  " + line));
        screen.say("As things are now this plan cannot run:");
        screen.problems(refused.problems());
      }
    }
  }

  /** Shows what becomes of a plan on copies of simulated instruments, as far as that is quick. */
  void rehearse(Plan plan) {
    if (Instruments.of(plan).isEmpty()) {
      return;
    }
    screen.say("Rehearsing");
    RehearsalText.of(installation.rehearsal(state -> {}).of(plan, Effort.SHORT))
        .forEach(line -> screen.say("  " + line));
  }

  private Verdict checked(Plan plan) {
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      return new PlanCheck(installation.calls()).check(plan, rack);
    }
  }

  /** Shows a plan with what it is expected to use up. */
  void show(Plan plan, Cost predicted) {
    screen.say("Plan " + PlanCheck.hash(plan).substring(0, "sha256:".length() + 12));
    PlanText.indented(plan).forEach(line -> screen.say("  " + line));
    foreignWords(plan);
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      screen.say("Envelope");
      for (RunEvent.EnvelopeInForce envelope : rack.envelopesInForce()) {
        if (!names(plan, envelope.instrument())) {
          continue;
        }
        screen.say(
            "  %s: %s (%s)"
                .formatted(envelope.instrument(), envelope.envelope(), shortened(envelope.hash())));
        limits(rack.gate(envelope.instrument()).envelope()).forEach(screen::say);
      }
      screen.say("Root     " + shortened(root(plan)));
      screen.say(AutonomyCommand.inWords(installation.home().autonomy()));
      screen.say("Predicted cost");
      double seconds = predicted.time().seconds();
      screen.say("  at most, as far as it can be told before, " + predicted.inWords());
      rack.instruments().stream()
          .filter(id -> names(plan, id))
          .map(id -> rack.gate(id).describe())
          .forEach(
              instrument ->
                  instrument
                      .loops()
                      .ifPresent(loops -> screen.say(fullGrid(instrument, loops, seconds))));
    }
  }

  /** No lease and nobody but a person lets these run. */
  private void foreignWords(Plan plan) {
    List<String> steps = ForeignWords.steered(plan, installation.calls().catalogue());
    if (!steps.isEmpty()) {
      screen.say(
          "Words of others, which nobody vouches for, decide what is done in step "
              + String.join(", ", steps));
    }
  }

  private String root(Plan plan) {
    return PossibleCalls.of(plan, installation.calls().catalogue()).root().text();
  }

  private static String shortened(String hash) {
    return hash.length() > 19 ? hash.substring(0, 19) : hash;
  }

  private static List<String> limits(EnvelopeStatus status) {
    return switch (status) {
      case EnvelopeStatus.Missing missing -> List.of("    none: " + missing.reason());
      case EnvelopeStatus.Loaded loaded ->
          Stream.concat(
                  loaded.envelope().limits().stream()
                      .map(
                          limit ->
                              "    %s [%s, %s]"
                                  .formatted(
                                      limit.channel().label(),
                                      limit.min().format(),
                                      limit.max().format())),
                  loaded.envelope().parameters().stream()
                      .map(
                          limit ->
                              "    %s [%s, %s]"
                                  .formatted(limit.parameter(), limit.min(), limit.max())))
              .toList();
    };
  }

  private static boolean names(Plan plan, InstrumentId instrument) {
    return Instruments.of(plan).contains(instrument);
  }

  private static String fullGrid(
      InstrumentDescription instrument, Offer.Loops loops, double seconds) {
    double full = loops.sites().size() * loops.timePerSite().seconds();
    return String.format(
        Locale.ROOT,
        "  against %,.0f s for all %d sites of %s: %.1f %%",
        full,
        loops.sites().size(),
        instrument.instrument(),
        100 * seconds / full);
  }
}
