package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Demand;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.Optional;

/** Every number of a command against the limit of its channel, and against what is read back. */
final class RangeCheck {

  /** A readback older than this says nothing about the next step. */
  static final TimeSpan FRESH = new TimeSpan(2);

  private RangeCheck() {}

  static void check(Envelope envelope, InstrumentState state, Command command, Refusals refusals) {
    for (Demand demand : command.demands()) {
      within(envelope, demand.channel(), demand.value().canonical(), refusals);
      step(envelope, state, demand, refusals);
    }
    for (Combined combined : envelope.combined()) {
      combined(combined, state, command, envelope.name(), refusals);
    }
  }

  static void within(Envelope envelope, Channel channel, double canonical, Refusals refusals) {
    Optional<Limit> limit = envelope.limit(channel);
    Quantity value = channel.kind().of(canonical);
    if (limit.isEmpty()) {
      refusals.add(
          ProblemCode.LIMIT,
          "%s: %s refused, the envelope %s lists no limit for it; ask the operator"
              .formatted(channel.label(), value.format(), envelope.name()));
    } else if (!limit.get().allows(canonical)) {
      refusals.add(
          ProblemCode.LIMIT,
          "%s: %s is outside [%s, %s] (envelope %s); propose a value inside or ask the operator"
              .formatted(
                  channel.label(),
                  value.format(),
                  limit.get().min().format(),
                  limit.get().max().format(),
                  envelope.name()));
    }
  }

  static void step(Envelope envelope, InstrumentState state, Demand demand, Refusals refusals) {
    Optional<Quantity> most = envelope.limit(demand.channel()).flatMap(Limit::maximumStep);
    if (most.isEmpty()) {
      return;
    }
    Optional<Readback> now = state.readback(demand.channel()).filter(one -> one.isTrusted(FRESH));
    if (now.isEmpty()) {
      refusals.add(
          ProblemCode.INTERLOCK,
          "%s is not read back, so that a step cannot be judged; read the state again"
              .formatted(demand.channel().label()));
      return;
    }
    double step = Math.abs(demand.value().canonical() - now.get().value().canonical());
    if (!(step <= most.get().canonical())) {
      refusals.add(
          ProblemCode.STEP,
          "%s: from %s to %s is more than %s in one step; go there in several"
              .formatted(
                  demand.channel().label(),
                  now.get().value().format(),
                  demand.value().format(),
                  most.get().format()));
    }
  }

  /** With what the command wants, and for the other channels with what is read back. */
  private static void combined(
      Combined combined, InstrumentState state, Command command, String name, Refusals refusals) {
    boolean concerned =
        command.demands().stream()
            .anyMatch(
                demand ->
                    combined.parts().stream().anyMatch(part -> part.channel() == demand.channel()));
    if (!concerned) {
      return;
    }
    double sum = 0;
    for (Combined.Part part : combined.parts()) {
      sum += part.weight() * wanted(part.channel(), state, command);
    }
    if (!(sum <= combined.max())) {
      refusals.add(
          ProblemCode.LIMIT,
          "together %s gives %s, allowed is %s (%s, envelope %s); change one of them"
              .formatted(
                  combined.parts().stream().map(part -> part.channel().label()).toList(),
                  sum,
                  combined.max(),
                  combined.reason(),
                  name));
    }
  }

  /** NaN, which is refused, where nothing says it. */
  private static double wanted(Channel channel, InstrumentState state, Command command) {
    return command.demands().stream()
        .filter(demand -> demand.channel() == channel)
        .map(demand -> demand.value().canonical())
        .findFirst()
        .orElseGet(
            () ->
                state
                    .readback(channel)
                    .filter(one -> one.isTrusted(FRESH))
                    .map(one -> one.value().canonical())
                    .orElse(Double.NaN));
  }
}
