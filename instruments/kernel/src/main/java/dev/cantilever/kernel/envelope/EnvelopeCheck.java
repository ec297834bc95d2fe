package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges one command against the envelope, the state read back and what was spent. Pure, total. */
public final class EnvelopeCheck {

  private final Envelope envelope;
  private final List<Problem> problems = new ArrayList<>();

  private EnvelopeCheck(Envelope envelope) {
    this.envelope = envelope;
  }

  /**
   * The verdict.
   *
   * @param spent what this run has used up so far
   * @param estimate what the command would use up
   */
  public static Decision judge(
      Envelope envelope, InstrumentState state, Cost spent, Cost estimate, Command command) {
    EnvelopeCheck check = new EnvelopeCheck(envelope);
    check.readback(state);
    switch (command) {
      case MoveProbe move -> check.move(state.position(), move);
      case HysteresisLoop loop -> check.loop(state.position(), loop);
      case Evaluate evaluate -> check.condition(evaluate);
    }
    check.budget(spent, estimate);
    return Decision.of(check.problems);
  }

  private void readback(InstrumentState state) {
    if (state.quality() != Quality.GOOD) {
      refuse(
          ProblemCode.INTERLOCK,
          "the readback of the instrument is %s, not GOOD; read its state until it is"
              .formatted(state.quality()));
    }
  }

  private void move(SurfacePoint from, MoveProbe move) {
    start(from);
    position(move.target());
    within(Channel.PROBE_SPEED, move.speed().metresPerSecond());
    for (Region region : envelope.forbidden()) {
      if (!region.isClearOf(from, move.target())) {
        refuse(
            ProblemCode.LIMIT,
            "the straight path to (%s, %s) meets a forbidden region (%s; %s); go round it"
                .formatted(move.target().x(), move.target().y(), region.reason(), envelope.name()));
      }
    }
  }

  private void loop(SurfacePoint at, HysteresisLoop loop) {
    position(at);
    double amplitude = loop.biasAmplitude().volts();
    if (!(amplitude > 0)) {
      refuse(
          ProblemCode.LIMIT,
          "bias amplitude %s must be above 0 V; propose a positive one"
              .formatted(loop.biasAmplitude()));
    }
    within(Channel.BIAS, amplitude);
    within(Channel.BIAS, -amplitude);
    if (!(loop.steps() >= 1 && loop.steps() <= envelope.maximumLoopSteps())) {
      refuse(
          ProblemCode.LIMIT,
          "a loop of %d steps is outside [1, %d] (%s); propose a shorter one"
              .formatted(loop.steps(), envelope.maximumLoopSteps(), envelope.name()));
    }
  }

  private void condition(Evaluate evaluate) {
    Set<String> seen = new HashSet<>();
    for (Setting setting : evaluate.settings()) {
      if (!seen.add(setting.parameter())) {
        refuse(
            ProblemCode.LIMIT, "%s is set twice; leave one setting".formatted(setting.parameter()));
      }
      parameter(setting);
    }
    if (!(evaluate.fidelity() >= 0 && evaluate.fidelity() <= envelope.maximumFidelity())) {
      refuse(
          ProblemCode.LIMIT,
          "fidelity %d is outside [0, %d] (envelope %s); ask for a cheaper one"
              .formatted(evaluate.fidelity(), envelope.maximumFidelity(), envelope.name()));
    }
  }

  private void parameter(Setting setting) {
    Optional<ParameterLimit> limit = envelope.limit(setting.parameter());
    if (limit.isEmpty()) {
      refuse(
          ProblemCode.LIMIT,
          "%s: %s refused, the envelope %s lists no limit for it; ask the operator"
              .formatted(setting.parameter(), setting.value(), envelope.name()));
    } else if (!limit.get().allows(setting.value())) {
      refuse(
          ProblemCode.LIMIT,
          "%s: %s is outside [%s, %s] (envelope %s); propose a value inside or ask the operator"
              .formatted(
                  setting.parameter(),
                  setting.value(),
                  limit.get().min(),
                  limit.get().max(),
                  envelope.name()));
    }
  }

  /** Where both ends lie inside, so does the straight path: the limits span a rectangle. */
  private void start(SurfacePoint from) {
    if (!envelope.limit(Channel.PROBE_X).map(x -> x.allows(from.x().metres())).orElse(false)
        || !envelope.limit(Channel.PROBE_Y).map(y -> y.allows(from.y().metres())).orElse(false)) {
      refuse(
          ProblemCode.LIMIT,
          "the path starts at (%s, %s), outside the envelope %s; ask the operator to bring the probe back"
              .formatted(from.x(), from.y(), envelope.name()));
    }
  }

  private void position(SurfacePoint point) {
    within(Channel.PROBE_X, point.x().metres());
    within(Channel.PROBE_Y, point.y().metres());
  }

  private void within(Channel channel, double canonical) {
    String value = QuantityLiteral.format(canonical, channel.kind().canonicalUnit());
    Optional<Limit> limit = envelope.limit(channel);
    if (limit.isEmpty()) {
      refuse(
          ProblemCode.LIMIT,
          "%s: %s refused, the envelope %s lists no limit for it; ask the operator"
              .formatted(channel.label(), value, envelope.name()));
    } else if (!limit.get().allows(canonical)) {
      refuse(
          ProblemCode.LIMIT,
          "%s: %s is outside [%s, %s] (envelope %s); propose a value inside or ask the operator"
              .formatted(
                  channel.label(),
                  value,
                  limit.get().min().format(),
                  limit.get().max().format(),
                  envelope.name()));
    }
  }

  private void budget(Cost spent, Cost estimate) {
    if (!(estimate.time().seconds() >= 0)
        || !(estimate.travel().metres() >= 0)
        || estimate.loops() < 0) {
      refuse(
          ProblemCode.BUDGET,
          "an estimate of %s, %s of travel and %d loops gives back budget or is not a number; none may"
              .formatted(estimate.time(), estimate.travel(), estimate.loops()));
    }
    Cost after = spent.plus(estimate);
    Budget budget = envelope.budget();
    if (!budget.covers(after)) {
      refuse(
          ProblemCode.BUDGET,
          "this would bring the run to %s, %s of travel and %d loops; the envelope %s allows %s, %s and %d"
              .formatted(
                  after.time(),
                  after.travel(),
                  after.loops(),
                  envelope.name(),
                  budget.time(),
                  budget.travel(),
                  budget.loops()));
    }
  }

  private void refuse(ProblemCode code, String message) {
    problems.add(Problem.of(code, message));
  }
}
