package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.api.InstrumentView.Offered;
import dev.cantilever.agent.web.api.InstrumentView.Range;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.Verb;
import java.util.List;
import java.util.Optional;

/** What an instrument can be asked for, with the limits of its envelope beside it. */
final class OfferLines {

  private OfferLines() {}

  static Offered of(Offer offer, EnvelopeStatus status) {
    return switch (offer) {
      case Offer.Loops loops ->
          new Offered(
              List.of("instrument.move", "instrument.acquire"),
              "%d × %d sites over %s × %s, %s each"
                  .formatted(
                      loops.sites().rows(),
                      loops.sites().columns(),
                      loops.sites().width().shown(),
                      loops.sites().height().shown(),
                      loops.timePerSite().shown()),
              List.of(),
              List.of());
      case Offer.Conditions conditions ->
          new Offered(
              List.of("instrument.evaluate"),
              conditions.entries().isEmpty()
                  ? "any condition within its ranges"
                  : "%d conditions on record".formatted(conditions.entries().size()),
              conditions.parameters().stream().map(one -> range(one, status)).toList(),
              conditions.outcomes().stream().map(OfferLines::named).toList());
      case Offer.Verbs verbs ->
          new Offered(
              verbs.verbs().stream().map(Verb::word).toList(),
              "a field of %s × %s".formatted(verbs.width().shown(), verbs.height().shown()),
              List.of(),
              verbs.channels().stream().map(OfferLines::named).toList());
    };
  }

  private static Range range(Offer.Parameter parameter, EnvelopeStatus status) {
    Optional<ParameterLimit> limit =
        status instanceof EnvelopeStatus.Loaded loaded
            ? loaded.envelope().limit(parameter.name())
            : Optional.empty();
    return new Range(
        parameter.name(),
        parameter.unit(),
        limit.map(ParameterLimit::min),
        limit.map(ParameterLimit::max),
        limit.map(ParameterLimit::maximumRate).filter(rate -> rate > 0));
  }

  private static String named(Offer.Outcome outcome) {
    return outcome.unit().equals("1")
        ? outcome.name()
        : "%s in %s".formatted(outcome.name(), outcome.unit());
  }
}
