package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What instruments declare themselves: parameters, fidelities and the length of loops. */
final class ConditionCheck {

  private final Envelope envelope;
  private final Refusals refusals;

  private ConditionCheck(Envelope envelope, Refusals refusals) {
    this.envelope = envelope;
    this.refusals = refusals;
  }

  static void check(Envelope envelope, Command command, Refusals refusals) {
    ConditionCheck check = new ConditionCheck(envelope, refusals);
    switch (command) {
      case Evaluate evaluate -> check.condition(evaluate);
      case DeviceCommand.Set set -> check.parameter(set.setting());
      case DeviceCommand.Ramp ramp -> check.ramp(ramp);
      case SpmCommand.HysteresisLoop loop -> check.loop(loop);
      default -> {
        // all its numbers are demands of channels
      }
    }
  }

  private void loop(SpmCommand.HysteresisLoop loop) {
    if (!(loop.biasAmplitude().volts() > 0)) {
      refusals.add(
          ProblemCode.LIMIT,
          "bias amplitude %s must be above 0 V; propose a positive one"
              .formatted(loop.biasAmplitude()));
    }
    if (!(loop.steps() >= 1 && loop.steps() <= envelope.maximumLoopSteps())) {
      refusals.add(
          ProblemCode.LIMIT,
          "a loop of %d steps is outside [1, %d] (%s); propose a shorter one"
              .formatted(loop.steps(), envelope.maximumLoopSteps(), envelope.name()));
    }
  }

  private void condition(Evaluate evaluate) {
    Set<String> seen = new HashSet<>();
    for (Setting setting : evaluate.settings()) {
      if (!seen.add(setting.parameter())) {
        refusals.add(
            ProblemCode.LIMIT, "%s is set twice; leave one setting".formatted(setting.parameter()));
      }
      parameter(setting);
    }
    if (!(evaluate.fidelity() >= 0 && evaluate.fidelity() <= envelope.maximumFidelity())) {
      refusals.add(
          ProblemCode.LIMIT,
          "fidelity %d is outside [0, %d] (envelope %s); ask for a cheaper one"
              .formatted(evaluate.fidelity(), envelope.maximumFidelity(), envelope.name()));
    }
  }

  private void ramp(DeviceCommand.Ramp ramp) {
    parameter(ramp.setting());
    double most =
        envelope.limit(ramp.setting().parameter()).map(ParameterLimit::maximumRate).orElse(0.0);
    if (!(ramp.ratePerSecond() > 0 && ramp.ratePerSecond() <= most)) {
      refusals.add(
          ProblemCode.RATE,
          "%s: %s each second is outside (0, %s] (envelope %s); go slower or ask the operator"
              .formatted(ramp.setting().parameter(), ramp.ratePerSecond(), most, envelope.name()));
    }
  }

  private void parameter(Setting setting) {
    Optional<ParameterLimit> limit = envelope.limit(setting.parameter());
    if (limit.isEmpty()) {
      refusals.add(
          ProblemCode.LIMIT,
          "%s: %s refused, the envelope %s lists no limit for it; ask the operator"
              .formatted(setting.parameter(), setting.value(), envelope.name()));
    } else if (!limit.get().allows(setting.value())) {
      refusals.add(
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
}
