package dev.cantilever.tools.dispatch;

import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.rule.Headroom;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Demand;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a call strictly and asks its tool whether it can run; acts on nothing, never throws. */
public final class CallReader {

  private final Catalogue catalogue;

  public CallReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** Tool and arguments, or every reason why they are not a call. */
  public Reading read(String tool, String arguments) {
    Optional<Catalogue.Entry<?, ?>> entry = catalogue.find(tool);
    return entry.isPresent() ? read(entry.get(), arguments) : unknown(tool);
  }

  private <I extends Record, O extends Record> Reading read(
      Catalogue.Entry<I, O> entry, String arguments) {
    return switch (entry.input().parse(arguments)) {
      case Parsed.Invalid<I> invalid -> new Reading.Malformed(invalid.problems());
      case Parsed.Valid<I> valid -> {
        String canonical = CanonicalJson.text(entry.input().write(valid.value()));
        Step.Call step = new Step.Call(entry.tool().card().name(), new JsonText(canonical));
        yield new Reading.Understood<>(entry, valid.value(), step);
      }
    };
  }

  /** Every reason why a well-formed call cannot run now. */
  public <I extends Record, O extends Record> List<Problem> check(
      Reading.Understood<I, O> call, Bench bench) {
    try {
      return call.entry().tool().check(call.input(), bench);
    } catch (ConnectionFailure failure) {
      return List.of(Problem.of(ProblemCode.DEVICE, failure.getMessage()));
    }
  }

  /** How much a well-formed call uses of the limits of its instrument; nothing of none. */
  public Map<Channel, Double> used(Step.Call step, Bench bench) {
    Optional<InstrumentId> instrument = Aim.of(step.arguments());
    if (instrument.isEmpty()
        || !(read(step.tool(), step.arguments().canonical())
            instanceof Reading.Understood<?, ?> understood)) {
      return Map.of();
    }
    List<Demand> demands = demands(understood);
    if (demands.isEmpty() || !bench.instruments().contains(instrument.get())) {
      return Map.of();
    }
    try {
      return switch (bench.gate(instrument.get()).envelope()) {
        case EnvelopeStatus.Loaded loaded -> Headroom.used(demands, loaded.envelope());
        case EnvelopeStatus.Missing missing -> Map.of();
      };
    } catch (ConnectionFailure away) {
      return Map.of(); // nothing runs on it either
    }
  }

  private static <I extends Record, O extends Record> List<Demand> demands(
      Reading.Understood<I, O> call) {
    return call.entry().tool().demands(call.input());
  }

  private Reading unknown(String tool) {
    String shown = Received.shown(tool);
    List<String> nearest = catalogue.nearest(tool);
    return new Reading.Malformed(
        List.of(
            new Problem(
                ProblemCode.TOOL_UNKNOWN,
                "",
                "there is no tool \"%s\"; the nearest are %s"
                    .formatted(shown, String.join(", ", nearest)),
                "a name from the list of tools",
                shown,
                nearest)));
  }
}
