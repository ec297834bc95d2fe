package dev.cantilever.drivers.scpi;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state as it was read at one instant, and what it is worth later. */
record Status(InstrumentState state, long atNanos) {

  /** Before anything was read. */
  static Status none() {
    return now(state(DeviceState.CONNECTING, Quality.BAD, List.of(), new TimeSpan(0)));
  }

  static Status now(InstrumentState state) {
    return new Status(state, System.nanoTime());
  }

  /** Reads every channel and whether it is ready and sound. */
  static Status read(Description description, Reader reader, TimeSpan elapsed, Deadline deadline)
      throws IOException {
    boolean good = true;
    List<Readback> readbacks = new ArrayList<>();
    for (Map.Entry<Channel, Query> one : description.channels().entrySet()) {
      double value = reader.patiently(one.getValue(), deadline);
      good &= Double.isFinite(value);
      readbacks.add(readback(one.getKey(), value));
    }
    Optional<Boolean> sound = holds(description.health().sound(), reader, deadline);
    Optional<Boolean> ready = holds(description.health().ready(), reader, deadline);
    DeviceState device =
        !sound.orElse(true)
            ? DeviceState.FAULT
            : ready.orElse(true) ? DeviceState.READY : DeviceState.BUSY;
    return now(state(device, good ? Quality.GOOD : Quality.BAD, readbacks, elapsed));
  }

  private static Readback readback(Channel channel, double value) {
    return Double.isFinite(value)
        ? Readback.fresh(channel, value)
        : new Readback(channel, channel.kind().of(value), new TimeSpan(0), Quality.BAD);
  }

  /** Empty where nothing has to hold; garbage does not. */
  private static Optional<Boolean> holds(Optional<Check> check, Reader reader, Deadline deadline)
      throws IOException {
    return check.isEmpty()
        ? Optional.empty()
        : Optional.of(check.get().holds(reader.patiently(check.get().query(), deadline), Map.of()));
  }

  private static InstrumentState state(
      DeviceState device, Quality quality, List<Readback> readbacks, TimeSpan elapsed) {
    return new InstrumentState(
        SurfacePoint.metres(value(readbacks, Channel.STAGE_X), value(readbacks, Channel.STAGE_Y)),
        elapsed,
        0,
        quality,
        device,
        ProbeState.NONE,
        BeamState.NONE,
        readbacks);
  }

  private static double value(List<Readback> readbacks, Channel channel) {
    return readbacks.stream()
        .filter(one -> one.channel() == channel)
        .mapToDouble(one -> one.value().canonical())
        .findFirst()
        .orElse(0);
  }

  TimeSpan age() {
    return new TimeSpan((System.nanoTime() - atNanos) * 1e-9);
  }

  /** The same, as old as it is now. */
  InstrumentState aged() {
    return with(state.device(), state.quality());
  }

  /** What is left of it where the instrument cannot be read. */
  InstrumentState lost(DeviceState device) {
    return with(device, Quality.BAD);
  }

  private InstrumentState with(DeviceState device, Quality quality) {
    double age = age().seconds();
    List<Readback> readbacks =
        state.readbacks().stream()
            .map(
                one ->
                    new Readback(
                        one.channel(),
                        one.value(),
                        new TimeSpan(one.age().seconds() + age),
                        one.quality()))
            .toList();
    return state(device, quality, readbacks, new TimeSpan(state.elapsed().seconds() + age));
  }
}
