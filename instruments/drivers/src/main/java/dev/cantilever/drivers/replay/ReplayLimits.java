package dev.cantilever.drivers.replay;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.StemCommand.PlaceBeam;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Frame;
import java.util.List;
import java.util.Optional;

/** What a recording cannot answer: it is refused, never interpolated. Pure. */
final class ReplayLimits {

  /** A probe further from a site than this fraction of the pitch did not stand on it. */
  private static final double SITE_TOLERANCE = 0.01;

  private final InstrumentId instrument;
  private final Recording recording;
  private final RecordedTimes times;

  ReplayLimits(InstrumentId instrument, Recording recording, RecordedTimes times) {
    this.instrument = instrument;
    this.recording = recording;
    this.times = times;
  }

  Optional<String> cannot(Command command, SurfacePoint from) {
    boolean moves =
        recording.hasBeam() ? command instanceof PlaceBeam : command instanceof MoveProbe;
    if (moves || command.verb().makesSafe()) {
      return Optional.empty();
    }
    Optional<Curves> curves = recording.curves(command.verb());
    if (curves.isPresent()) {
      return AsRecorded.difference(command, curves.get(), times.site())
          .map(words -> "%s replays recorded data, %s".formatted(instrument, words))
          .or(() -> notOnSite(from))
          .or(() -> notThere(curves.get(), from));
    }
    return recording.pictures(command.verb()).isEmpty()
        ? Optional.of(unknown(command.verb()))
        : notWhole(command);
  }

  private String unknown(Verb verb) {
    return recording.verbs().equals(List.of(Verb.SPM_LOOP))
        ? "%s takes loops at sites and does not know %s; use instrument.move and instrument.acquire"
            .formatted(instrument, verb)
        : "%s replays recorded data and does not know %s; it answers %s and %s"
            .formatted(
                instrument,
                verb,
                recording.hasBeam() ? Verb.STEM_PLACE_BEAM : Verb.SPM_MOVE_PROBE,
                recording.verbs());
  }

  private Optional<String> notOnSite(SurfacePoint from) {
    SurfacePoint nearest = recording.sites().point(recording.sites().nearest(from));
    double distance = from.distanceTo(nearest).metres();
    return distance <= SITE_TOLERANCE * recording.pitch().metres()
        ? Optional.empty()
        : Optional.of(
            "the probe stands at (%s, %s), %s from the nearest recorded site; move to (%s, %s) first"
                .formatted(from.x(), from.y(), new Length(distance), nearest.x(), nearest.y()));
  }

  private Optional<String> notThere(Curves curves, SurfacePoint from) {
    return curves.isMissing(recording.sites().nearest(from))
        ? Optional.of(
            "nothing was recorded at (%s, %s); choose another site".formatted(from.x(), from.y()))
        : Optional.empty();
  }

  private Optional<String> notWhole(Command command) {
    Frame first = recording.pictures(command.verb()).getFirst();
    boolean whole =
        switch (command) {
          case SpmCommand.Scan scan -> scan.firstLine() == 0 && scan.lastLine() >= first.rows() - 1;
          case StemCommand.ScanFrames scan -> scan.frames() == 1;
          default -> true;
        };
    return whole
        ? Optional.empty()
        : Optional.of(
            "%s replays recorded data, which hold one whole frame of %d × %d; ask for that"
                .formatted(instrument, first.rows(), first.columns()));
  }
}
