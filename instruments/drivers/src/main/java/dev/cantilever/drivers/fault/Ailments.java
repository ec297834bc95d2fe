package dev.cantilever.drivers.fault;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.SurfacePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with an instrument while no command runs. Safe for any thread. */
final class Ailments {

  private double shiftX;
  private double shiftY;
  private long failingReads;
  private boolean alarmed;
  private boolean exchanged;
  private Optional<Readback> readback = Optional.empty();

  synchronized void happen(FaultScript.Entry entry) {
    switch (entry.fault()) {
      case READ_TIMEOUT -> failingReads = Math.round(entry.size());
      case DISCONNECT_BEFORE -> disconnect();
      case WRONG_DEVICE -> exchanged = true;
      case ALARM -> alarmed = true;
      case MOVED_BY_HAND -> shiftX += entry.size();
      case LOST_POSITION -> shiftX = Double.NaN;
      case READBACK ->
          readback = Optional.of(Readback.fresh(entry.channel().orElseThrow(), entry.size()));
      default -> throw new AssertionError(entry.fault() + " befalls a command");
    }
  }

  synchronized void disconnect() {
    failingReads = Long.MAX_VALUE;
  }

  synchronized void reconnect() {
    failingReads = 0;
  }

  /** Stands beside where the instrument believes to be, by a part of a way. */
  synchronized void shift(SurfacePoint from, SurfacePoint to, double part) {
    shiftX += part * (to.x().metres() - from.x().metres());
    shiftY += part * (to.y().metres() - from.y().metres());
  }

  synchronized InstrumentDescription seen(InstrumentDescription known) {
    return exchanged
        ? new InstrumentDescription(
            known.instrument(),
            "another " + known.title(),
            known.sample(),
            known.twin(),
            known.dataHash(),
            known.offer())
        : known;
  }

  synchronized InstrumentState read(Supplier<InstrumentState> port) {
    if (failingReads > 0) {
      failingReads--;
      throw new ConnectionFailure("no reply within the deadline");
    }
    InstrumentState state = port.get();
    List<Readback> readbacks = new ArrayList<>(state.readbacks());
    readback.ifPresent(
        wrong -> {
          readbacks.removeIf(known -> known.channel() == wrong.channel());
          readbacks.add(wrong);
        });
    return new InstrumentState(
        SurfacePoint.metres(
            state.position().x().metres() + shiftX, state.position().y().metres() + shiftY),
        state.elapsed(),
        state.loops(),
        state.quality(),
        alarmed ? DeviceState.FAULT : state.device(),
        state.probe(),
        state.beam(),
        readbacks);
  }
}
