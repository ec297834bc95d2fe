package dev.cantilever.agent.request;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Demand;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The least and the most that commands ask for of each channel. */
final class Demands {

  private final Map<Channel, Span> spans = new HashMap<>();

  /** In the channel's canonical unit. */
  record Span(double least, double most) {

    Span and(double value) {
      return new Span(Math.min(least, value), Math.max(most, value));
    }
  }

  void add(Command command) {
    for (Demand demand : command.demands()) {
      double value = demand.value().canonical();
      if (Double.isFinite(value)) {
        spans.merge(demand.channel(), new Span(value, value), (known, fresh) -> known.and(value));
      }
    }
  }

  Optional<Span> of(Channel channel) {
    return Optional.ofNullable(spans.get(channel));
  }
}
