package dev.cantilever.agent.request;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.plan.PossibleCalls;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a person reads before saying yes, line by line: made by the runtime from the plan, never by
 * a planner.
 */
public final class PlanCard {

  private final Installation installation;

  public PlanCard(Installation installation) {
    this.installation = installation;
  }

  /** A plan that was checked before; the cost is told anew. */
  public List<String> lines(Plan plan) {
    return switch (checked(plan)) {
      case Verdict.Ready ready -> lines(ready.plan(), ready.predicted());
      case Verdict.Refused refused -> {
        List<String> lines = new ArrayList<>();
        PlanText.indented(plan).forEach(line -> lines.add("  " + line));
        lines.add("As things are now this plan cannot run:");
        refused.problems().forEach(problem -> lines.add("  - " + problem.message()));
        yield lines;
      }
    };
  }

  private Verdict checked(Plan plan) {
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      return new PlanCheck(installation.calls()).check(plan, rack);
    }
  }

  /** A plan with what it is expected to use up. */
  public List<String> lines(Plan plan, Cost predicted) {
    List<String> lines = new ArrayList<>();
    lines.add("Plan " + PlanCheck.hash(plan).substring(0, "sha256:".length() + 12));
    PlanText.indented(plan).forEach(line -> lines.add("  " + line));
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      lines.add("Envelope");
      for (RunEvent.EnvelopeInForce envelope : rack.envelopesInForce()) {
        if (names(plan, envelope.instrument())) {
          lines.add(
              "  %s: %s (%s)"
                  .formatted(
                      envelope.instrument(), envelope.envelope(), shortened(envelope.hash())));
          lines.addAll(limits(rack.gate(envelope.instrument()).envelope()));
        }
      }
      lines.add("Root     " + shortened(root(plan)));
      lines.add(autonomy(installation.home().autonomy()));
      lines.add("Predicted cost");
      lines.add("  at most, as far as it can be told before, " + predicted.inWords());
      rack.instruments().stream()
          .filter(id -> names(plan, id))
          .map(id -> rack.gate(id).describe())
          .forEach(
              instrument ->
                  instrument
                      .loops()
                      .ifPresent(
                          loops ->
                              lines.add(fullGrid(instrument, loops, predicted.time().seconds()))));
    }
    return lines;
  }

  /** How much happens without a person, with what it means. */
  public static String autonomy(Autonomy level) {
    return "Autonomy %s: %s".formatted(level.name().toLowerCase(Locale.ROOT), level.words());
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
