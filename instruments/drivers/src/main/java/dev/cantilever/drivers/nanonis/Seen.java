package dev.cantilever.drivers.nanonis;

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
import java.util.List;

/**
 * What the controller said last.
 *
 * @param lines of the scan
 * @param lineSeconds for each, there and back
 */
record Seen(InstrumentState state, int lines, double lineSeconds) {

  static Seen nothing() {
    return new Seen(InstrumentState.offline(), 0, 0);
  }

  static Seen read(Controller controller, TimeSpan elapsed) throws IOException {
    double[] position = controller.position();
    Controller.Area area = controller.area();
    boolean isFinite = Double.isFinite(position[0]) && Double.isFinite(position[1]);
    ProbeState probe = probe(controller);
    double lineSeconds = controller.lineSeconds();
    List<Readback> readbacks =
        List.of(
            Readback.fresh(Channel.LINE_RATE, 1 / lineSeconds),
            Readback.fresh(Channel.BIAS, controller.bias()),
            Readback.fresh(Channel.FRAME_WIDTH, area.width()),
            Readback.fresh(Channel.FRAME_HEIGHT, area.height()));
    InstrumentState state =
        new InstrumentState(
            SurfacePoint.metres(position[0], position[1]),
            elapsed,
            0,
            isFinite ? Quality.GOOD : Quality.BAD,
            DeviceState.READY,
            probe,
            BeamState.NONE,
            readbacks);
    return new Seen(state, controller.buffer().lines(), lineSeconds);
  }

  private static ProbeState probe(Controller controller) throws IOException {
    if (controller.isScanning()) {
      return ProbeState.SCANNING;
    }
    if (controller.isApproaching()) {
      return ProbeState.APPROACHING;
    }
    return controller.isFeedbackOn() ? ProbeState.ENGAGED : ProbeState.WITHDRAWN;
  }

  /** The same of an instrument that does something else now, or cannot be read. */
  InstrumentState as(DeviceState device) {
    boolean isRead = device == DeviceState.BUSY;
    return new InstrumentState(
        state.position(),
        state.elapsed(),
        state.loops(),
        isRead ? state.quality() : Quality.BAD,
        device,
        state.probe(),
        state.beam(),
        isRead ? state.readbacks() : List.of());
  }
}
