package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;
import java.util.Optional;

/** What an instrument says of itself now. */
public record InstrumentState(
    @Doc("Where the probe or the beam stands, as read back.") SurfacePoint position,
    @Doc("Instrument time since it was set up.") @Bounds(min = 0, max = 1e12) TimeSpan elapsed,
    @Doc("Loops written into this sample so far.") @Bounds(min = 0, max = 9e15) long loops,
    @Doc("How far this readback can be trusted.") Quality quality,
    @Doc("What the instrument as a whole is doing.") DeviceState device,
    @Doc("Where the probe is in its approach.") ProbeState probe,
    @Doc("What the beam does.") BeamState beam,
    @Doc("What it says of its channels.") @Items(min = 0, max = 100) List<Readback> readbacks) {

  public InstrumentState {
    readbacks = List.copyOf(readbacks);
  }

  /** Of an instrument that does not answer. */
  public static InstrumentState offline() {
    return new InstrumentState(
        SurfacePoint.metres(0, 0),
        new TimeSpan(0),
        0,
        Quality.BAD,
        DeviceState.OFFLINE,
        ProbeState.NONE,
        BeamState.NONE,
        List.of());
  }

  /** Of an instrument that is ready and has neither an approach nor a beam to steer. */
  public InstrumentState(SurfacePoint position, TimeSpan elapsed, long loops, Quality quality) {
    this(
        position,
        elapsed,
        loops,
        quality,
        DeviceState.READY,
        ProbeState.NONE,
        BeamState.NONE,
        List.of());
  }

  /** The same with the probe or the beam elsewhere. */
  public InstrumentState at(SurfacePoint elsewhere) {
    return new InstrumentState(elsewhere, elapsed, loops, quality, device, probe, beam, readbacks);
  }

  /**
   * Whether nothing moves and no beam is on the sample. An instrument that cannot be reached, or
   * whose last command has no known outcome, is not known to rest.
   */
  public boolean isAtRest() {
    boolean probeRests =
        switch (probe) {
          case NONE, PARKED, WITHDRAWN, ENGAGED -> true;
          case APPROACHING, SCANNING, SPECTROSCOPY -> false;
        };
    boolean beamRests =
        switch (beam) {
          case NONE, VALVES_CLOSED, BLANKED -> true;
          case PARKED_ON_SAMPLE, SCANNING -> false;
        };
    boolean deviceRests =
        switch (device) {
          case READY, PAUSED, FAULT, STOPPED -> true;
          case OFFLINE, CONNECTING, BUSY, UNKNOWN -> false;
        };
    return deviceRests && probeRests && beamRests;
  }

  /** What it says of a channel; empty where it says nothing. */
  public Optional<Readback> readback(Channel channel) {
    return readbacks.stream().filter(one -> one.channel() == channel).findFirst();
  }
}
