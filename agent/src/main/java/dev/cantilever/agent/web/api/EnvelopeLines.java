package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.api.InstrumentView.Amount;
import dev.cantilever.agent.web.api.InstrumentView.ChannelLine;
import dev.cantilever.agent.web.api.InstrumentView.InterlockLine;
import dev.cantilever.agent.web.api.InstrumentView.Limits;
import dev.cantilever.agent.web.api.InstrumentView.Region;
import dev.cantilever.kernel.envelope.Combined;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.interlock.Cause;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Quantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an envelope says of an instrument, line by line, with what is read beside it. */
record EnvelopeLines(Envelope envelope, Optional<InstrumentState> state) {

  Limits limits(String hash) {
    return new Limits(
        envelope.name(),
        hash,
        envelope.forbidden().stream().map(EnvelopeLines::region).toList(),
        envelope.combined().stream().map(EnvelopeLines::words).toList(),
        envelope.dose().flatMap(dose -> Amount.of(dose.cell())),
        envelope.dose().flatMap(dose -> Amount.of(dose.max())));
  }

  private static Region region(dev.cantilever.kernel.envelope.Region region) {
    return new Region(
        amount(region.lowerLeft().x()),
        amount(region.lowerLeft().y()),
        amount(region.upperRight().x()),
        amount(region.upperRight().y()),
        region.reason());
  }

  private static Amount amount(Quantity quantity) {
    return new Amount(quantity.canonical(), quantity.kind().canonicalUnit());
  }

  private static String words(Combined combined) {
    String sum =
        combined.parts().stream()
            .map(part -> "%s · |%s|".formatted(part.weight(), part.channel().label()))
            .collect(Collectors.joining(" + "));
    return "%s ≤ %s in SI units: %s".formatted(sum, combined.max(), combined.reason());
  }

  /** Channels that have a limit, then others that are read back. */
  List<ChannelLine> channels(Setpoints setpoints) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    envelope.limits().forEach(limit -> channels.add(limit.channel()));
    List<ChannelLine> lines = new ArrayList<>();
    channels.forEach(channel -> lines.add(line(channel, setpoints)));
    state.map(InstrumentState::readbacks).orElseGet(List::of).stream()
        .map(Readback::channel)
        .filter(channels::add)
        .forEach(channel -> lines.add(line(channel, setpoints)));
    return lines;
  }

  private ChannelLine line(Channel channel, Setpoints setpoints) {
    Optional<Limit> limit = envelope.limit(channel);
    Optional<Setpoints.Setpoint> setpoint = setpoints.of(channel);
    Optional<Readback> read = state.flatMap(now -> now.readback(channel));
    return new ChannelLine(
        channel,
        channel.label(),
        channel.kind().label(),
        limit.flatMap(one -> Amount.of(one.min())),
        limit.flatMap(one -> Amount.of(one.max())),
        limit.flatMap(Limit::maximumStep).flatMap(Amount::of),
        setpoint.flatMap(one -> Amount.of(one.value())),
        setpoint.map(Setpoints.Setpoint::call),
        read.map(Readback::value).or(() -> standing(channel)).flatMap(Amount::of),
        read.map(one -> one.age().seconds()).filter(Double::isFinite),
        read.map(Readback::quality));
  }

  /** Where the probe or the beam stands is in the state itself. */
  private Optional<Quantity> standing(Channel channel) {
    return switch (channel) {
      case PROBE_X, BEAM_X -> state.map(now -> now.position().x());
      case PROBE_Y, BEAM_Y -> state.map(now -> now.position().y());
      default -> Optional.empty();
    };
  }

  /** Interlocks of the envelope, then whatever else its guard holds against it. */
  List<InterlockLine> interlocks(List<Cause> causes) {
    List<InterlockLine> lines = new ArrayList<>();
    for (Interlock interlock : envelope.interlocks()) {
      String name = "interlock of " + interlock.channel().label();
      lines.add(
          causes.stream()
              .filter(cause -> cause.name().equals(name))
              .findFirst()
              .map(EnvelopeLines::held)
              .orElseGet(() -> read(name, interlock)));
    }
    causes.stream()
        .filter(cause -> lines.stream().noneMatch(line -> line.name().equals(cause.name())))
        .forEach(cause -> lines.add(held(cause)));
    return lines;
  }

  private InterlockLine read(String name, Interlock interlock) {
    Optional<String> wrong = state.flatMap(interlock::violation);
    InterlockLine.State stands =
        state.isEmpty()
            ? InterlockLine.State.NOT_READ
            : wrong.isPresent() ? InterlockLine.State.HOLDS : InterlockLine.State.OK;
    String rule =
        "allowed is %s to %s, read at most %s ago (%s)"
            .formatted(
                interlock.min().shown(),
                interlock.max().shown(),
                interlock.maximumAge().shown(),
                interlock.reason());
    return new InterlockLine(
        name, interlock.severity(), stands, wrong.orElse(rule), Optional.empty());
  }

  static InterlockLine held(Cause cause) {
    return new InterlockLine(
        cause.name(),
        cause.severity(),
        cause.isPresent() ? InterlockLine.State.HOLDS : InterlockLine.State.LATCHED,
        cause.words(),
        Optional.of(cause.clear()));
  }

  /** Of an envelope that there is. */
  static Optional<EnvelopeLines> of(EnvelopeStatus status, Optional<InstrumentState> state) {
    return status instanceof EnvelopeStatus.Loaded loaded
        ? Optional.of(new EnvelopeLines(loaded.envelope(), state))
        : Optional.empty();
  }
}
