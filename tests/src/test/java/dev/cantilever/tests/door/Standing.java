package dev.cantilever.tests.door;

import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.permit.PermitRefused;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An instrument that is in whatever state helps most, can do everything, and notes what it is told.
 */
final class Standing implements Driver {

  final List<Command> told = new ArrayList<>();
  SurfacePoint at = SurfacePoint.metres(0, 0);
  ProbeState probe = ProbeState.NONE;
  BeamState beam = BeamState.BLANKED;

  @Override
  public InstrumentDescription describe() {
    return new InstrumentDescription(
        new InstrumentId("standing"),
        "any",
        "any",
        true,
        "",
        new Offer.Verbs(List.of(), List.of(), new Length(1), new Length(1)));
  }

  @Override
  public InstrumentState state() {
    return new InstrumentState(
        at,
        new TimeSpan(0),
        0,
        Quality.GOOD,
        DeviceState.READY,
        probe,
        beam,
        List.of(
            Readback.fresh(Channel.LINE_RATE, 1),
            Readback.fresh(Channel.FRAME_WIDTH, 1e-6),
            Readback.fresh(Channel.FREE_AMPLITUDE, 2e-8),
            Readback.fresh(Channel.CLEARANCE, 1e-3),
            Readback.fresh(Channel.DEFOCUS, 0),
            Readback.fresh(Channel.IMAGE_SHIFT_X, 0),
            Readback.fresh(Channel.IMAGE_SHIFT_Y, 0),
            Readback.fresh(Channel.BEAM_TILT_X, 0),
            Readback.fresh(Channel.BEAM_TILT_Y, 0),
            Readback.fresh(Channel.DIFFRACTION_SHIFT_X, 0),
            Readback.fresh(Channel.DIFFRACTION_SHIFT_Y, 0),
            Readback.fresh(Channel.VACUUM, 1e-5)));
  }

  @Override
  public Cost estimate(Command command) {
    return Cost.NONE;
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    return Optional.empty();
  }

  @Override
  public Outcome execute(Permit permit) {
    Command command = permit.redeem();
    try {
      permit.lastLook(new CommandText().write(command));
    } catch (PermitRefused refused) {
      return new Outcome.Failed(refused.getMessage());
    }
    told.add(command);
    at =
        switch (command) {
          case SpmCommand.MoveProbe move -> move.target();
          case StemCommand.PlaceBeam place -> place.target();
          case StageCommand.MoveTo move -> move.target();
          case StageCommand.MoveBy by ->
              SurfacePoint.metres(
                  at.x().metres() + by.x().metres(), at.y().metres() + by.y().metres());
          default -> at;
        };
    return new Outcome.Completed(new Reading.ProbePosition(at), new TimeSpan(0));
  }

  @Override
  public Recollection recall(CommandKey key) {
    return new Recollection.NeverArrived();
  }

  @Override
  public void stop() {
    // nothing moves
  }

  @Override
  public void close() {
    // nothing is held
  }
}
