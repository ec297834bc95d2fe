package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.ProblemCode;

/**
 * The whole way of a move, from where the readback says it starts. Limits span a rectangle, so a
 * straight way between two points inside stays inside.
 */
final class PathCheck {

  private final Envelope envelope;
  private final SurfacePoint from;
  private final Refusals refusals;

  private PathCheck(Envelope envelope, SurfacePoint from, Refusals refusals) {
    this.envelope = envelope;
    this.from = from;
    this.refusals = refusals;
  }

  static void check(Envelope envelope, InstrumentState state, Command command, Refusals refusals) {
    PathCheck check = new PathCheck(envelope, state.position(), refusals);
    switch (command) {
      case SpmCommand.MoveProbe move ->
          check.straight(Channel.PROBE_X, Channel.PROBE_Y, move.target());
      case SpmCommand.Lithography line ->
          check.straight(Channel.PROBE_X, Channel.PROBE_Y, line.target());
      case SpmCommand.HysteresisLoop loop -> check.stand(Channel.PROBE_X, Channel.PROBE_Y);
      case SpmCommand.BiasPulse pulse -> check.stand(Channel.PROBE_X, Channel.PROBE_Y);
      case SpmCommand.ForceCurve curve -> check.stand(Channel.PROBE_X, Channel.PROBE_Y);
      case StemCommand.PlaceBeam place ->
          check.straight(Channel.BEAM_X, Channel.BEAM_Y, place.target());
      case StageCommand.MoveTo move ->
          check.straight(Channel.STAGE_X, Channel.STAGE_Y, move.target());
      case StageCommand.MoveBy move -> check.relative(move);
      default -> {
        // every other command stays where it is
      }
    }
  }

  private void relative(StageCommand.MoveBy move) {
    SurfacePoint target =
        SurfacePoint.metres(
            from.x().metres() + move.x().metres(), from.y().metres() + move.y().metres());
    RangeCheck.within(envelope, Channel.STAGE_X, target.x().metres(), refusals);
    RangeCheck.within(envelope, Channel.STAGE_Y, target.y().metres(), refusals);
    straight(Channel.STAGE_X, Channel.STAGE_Y, target);
  }

  private void straight(Channel x, Channel y, SurfacePoint target) {
    start(x, y);
    for (Region region : envelope.forbidden()) {
      if (!region.isClearOf(from, target)) {
        refusals.add(
            ProblemCode.LIMIT,
            "the straight path to (%s, %s) meets a forbidden region (%s; %s); go round it"
                .formatted(target.x(), target.y(), region.reason(), envelope.name()));
      }
    }
  }

  /** Where something is done on the spot, the spot must be allowed. */
  private void stand(Channel x, Channel y) {
    RangeCheck.within(envelope, x, from.x().metres(), refusals);
    RangeCheck.within(envelope, y, from.y().metres(), refusals);
    for (Region region : envelope.forbidden()) {
      if (!region.isClearOf(from, from)) {
        refusals.add(
            ProblemCode.LIMIT,
            "the probe stands in a forbidden region (%s; %s); move it out"
                .formatted(region.reason(), envelope.name()));
      }
    }
  }

  private void start(Channel x, Channel y) {
    if (!envelope.limit(x).map(limit -> limit.allows(from.x().metres())).orElse(false)
        || !envelope.limit(y).map(limit -> limit.allows(from.y().metres())).orElse(false)) {
      refusals.add(
          ProblemCode.LIMIT,
          "the path starts at (%s, %s), outside the envelope %s; ask the operator to bring the probe back"
              .formatted(from.x(), from.y(), envelope.name()));
    }
  }
}
