package dev.cantilever.agent.request;

import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an instrument of a plan may be asked for.
 *
 * @param missing why it may be asked for nothing
 */
public record EnvelopeSheet(
    InstrumentId instrument,
    String name,
    String hash,
    List<LimitSheet> limits,
    Optional<String> missing) {

  public EnvelopeSheet {
    limits = List.copyOf(limits);
  }

  static EnvelopeSheet of(InstrumentId instrument, EnvelopeStatus status, Demands demands) {
    return switch (status) {
      case EnvelopeStatus.Missing missing ->
          new EnvelopeSheet(instrument, "none", "none", List.of(), Optional.of(missing.reason()));
      case EnvelopeStatus.Loaded loaded ->
          new EnvelopeSheet(
              instrument,
              loaded.envelope().name(),
              loaded.hash(),
              Stream.concat(
                      loaded.envelope().limits().stream()
                          .map(limit -> LimitSheet.of(limit, demands.of(limit.channel()))),
                      loaded.envelope().parameters().stream().map(LimitSheet::of))
                  .toList(),
              Optional.empty());
    };
  }

  List<String> lines() {
    Stream<String> head =
        Stream.of("  %s: %s (%s)".formatted(instrument, name, PlanCard.shortened(hash)));
    Stream<String> rest =
        missing
            .map(reason -> Stream.of("    none: " + reason))
            .orElseGet(() -> limits.stream().map(limit -> "    " + limit.inWords()));
    return Stream.concat(head, rest).toList();
  }
}
