package dev.cantilever.drivers.care;

import dev.cantilever.drivers.drift.Displacement;
import dev.cantilever.drivers.drift.DriftEstimate;
import dev.cantilever.drivers.drift.DriftRule;
import dev.cantilever.drivers.drift.DriftTrack;
import dev.cantilever.drivers.drift.Registration;
import dev.cantilever.drivers.drift.Sighting;
import dev.cantilever.drivers.field.Field;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Optional;

/** Follows one reference frame through the scans that are taken with the same settings. */
final class FrameWatch {

  /** What a registration may be wrong by for other reasons than noise, pixels. */
  private static final double FLOOR = 0.03;

  /** Farther than this part of the frame from the reference, a new one is measured. */
  private static final double FAR = 0.125;

  private final DriftRule rule;
  private Optional<Followed> followed = Optional.empty();

  FrameWatch(DriftRule rule) {
    this.rule = rule;
  }

  /**
   * A reference, and where it was seen.
   *
   * @param origin where the content of its frame lay when the track began
   */
  private record Followed(
      SurfacePoint center,
      Frame frame,
      Registration registration,
      Sighting origin,
      DriftTrack track) {

    boolean isLike(SurfacePoint other, Frame next) {
      return center.equals(other)
          && frame.channel().equals(next.channel())
          && frame.rows() == next.rows()
          && frame.columns() == next.columns()
          && frame.width().equals(next.width())
          && frame.height().equals(next.height());
    }

    double columnMetres() {
      return frame.width().metres() / frame.columns();
    }

    double rowMetres() {
      return frame.height().metres() / frame.rows();
    }
  }

  /** Something else is looked at from now on. */
  void forget() {
    followed = Optional.empty();
  }

  /**
   * What the last frame of a scan's first channel says of the drift; empty where it is the first of
   * its kind or unusable.
   */
  Optional<DriftEstimate> seen(Reading.Scan scan, double seconds) {
    Frame frame = scan.frames().getFirst();
    for (Frame other : scan.frames()) {
      frame = other.channel().equals(frame.channel()) ? other : frame;
    }
    boolean isUsable =
        frame.quality() == Quality.GOOD
            && Math.min(frame.rows(), frame.columns()) >= Registration.LEAST_PIXELS;
    return isUsable ? seen(scan.center(), frame, seconds) : Optional.empty();
  }

  private Optional<DriftEstimate> seen(SurfacePoint center, Frame frame, double seconds) {
    if (followed.isEmpty() || !followed.get().isLike(center, frame)) {
      followed = Optional.of(begun(center, frame, seconds));
      return Optional.empty();
    }
    Followed before = followed.get();
    if (!before.track().isDue(seconds)) {
      return Optional.empty();
    }
    double[] expected = before.track().expectedAt(seconds);
    Optional<Displacement> found =
        before
            .registration()
            .of(
                picture(frame),
                new Displacement(
                    (expected[0] - before.origin().x()) / before.columnMetres(),
                    (expected[1] - before.origin().y()) / before.rowMetres(),
                    0,
                    0));
    if (found.isEmpty()) {
      followed = Optional.of(begun(center, frame, seconds));
      return Optional.empty();
    }
    Followed now = continued(before, frame, sighting(before, found.get(), seconds));
    followed = Optional.of(now);
    return now.track().estimate();
  }

  private Followed begun(SurfacePoint center, Frame frame, double seconds) {
    double column = frame.width().metres() / frame.columns();
    double row = frame.height().metres() / frame.rows();
    Sighting first = new Sighting(seconds, 0, 0, FLOOR * column, FLOOR * row);
    return new Followed(
        center, frame, Registration.against(picture(frame)), first, DriftTrack.from(rule, first));
  }

  private static Sighting sighting(Followed before, Displacement found, double seconds) {
    double column = before.columnMetres();
    double row = before.rowMetres();
    Sighting origin = before.origin();
    return new Sighting(
        seconds,
        origin.x() + column * found.columns(),
        origin.y() + row * found.rows(),
        Math.hypot(origin.xError(), column * Math.hypot(found.columnsError(), FLOOR)),
        Math.hypot(origin.yError(), row * Math.hypot(found.rowsError(), FLOOR)));
  }

  /** A reference that has moved far is measured anew; its error stays with what follows. */
  private static Followed continued(Followed before, Frame frame, Sighting at) {
    DriftTrack track = before.track().with(at);
    double across = Math.abs(at.x() - before.origin().x()) / before.frame().width().metres();
    double along = Math.abs(at.y() - before.origin().y()) / before.frame().height().metres();
    return Math.max(across, along) < FAR
        ? new Followed(
            before.center(), before.frame(), before.registration(), before.origin(), track)
        : new Followed(before.center(), frame, Registration.against(picture(frame)), at, track);
  }

  private static Field picture(Frame frame) {
    return new Field(
        frame.channel(), frame.unit(), frame.rows(), frame.columns(), frame.values().toArray());
  }
}
