package dev.cantilever.kernel.permit;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import java.util.Optional;

/** Where the position may read back: on a straight way, which is a point while nothing moves. */
record Whereabouts(SurfacePoint from, SurfacePoint to, double tolerance) {

  /** Where a command must lead that moves in a straight line; empty for every other. */
  static Optional<SurfacePoint> target(Command command, SurfacePoint from) {
    return switch (command) {
      case SpmCommand.MoveProbe move -> Optional.of(move.target());
      case SpmCommand.Lithography line -> Optional.of(line.target());
      case StemCommand.PlaceBeam place -> Optional.of(place.target());
      case StageCommand.MoveTo move -> Optional.of(move.target());
      case StageCommand.MoveBy by ->
          Optional.of(
              SurfacePoint.metres(
                  from.x().metres() + by.x().metres(), from.y().metres() + by.y().metres()));
      default -> Optional.empty();
    };
  }

  boolean isWay() {
    return !from.equals(to);
  }

  boolean isReached(SurfacePoint at) {
    return at.distanceTo(to).metres() <= tolerance;
  }

  /** Whether it stands on the way or at its ends; false where it is no number. */
  boolean allows(SurfacePoint at) {
    double dx = to.x().metres() - from.x().metres();
    double dy = to.y().metres() - from.y().metres();
    double x = at.x().metres() - from.x().metres();
    double y = at.y().metres() - from.y().metres();
    double square = dx * dx + dy * dy;
    double part = square > 0 ? Math.clamp((x * dx + y * dy) / square, 0.0, 1.0) : 0;
    return Math.hypot(x - part * dx, y - part * dy) <= tolerance;
  }
}
