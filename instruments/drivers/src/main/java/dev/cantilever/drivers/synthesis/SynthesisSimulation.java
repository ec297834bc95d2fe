package dev.cantilever.drivers.synthesis;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.simulation.Readings;
import dev.cantilever.drivers.simulation.Simulation;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.SynthesisCommand;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The furnace twin in the words of the vocabulary; each command heats, works and cools again. */
final class SynthesisSimulation implements Simulation {

  static final Set<Verb> VERBS = EnumSet.of(Verb.SYNTH_DEPOSIT, Verb.SYNTH_ANNEAL);

  private static final SurfacePoint NOWHERE = SurfacePoint.metres(0, 0);
  private static final double COLD = 300;
  private static final double RAMP = 0.3;
  private static final double SOAK = 600;
  private static final double LASER_HERTZ = 5;
  private static final double SAMPLING = 20;

  private final SynthesisTwin twin;
  private double kelvin = COLD;
  private double pascal = 1e-4;

  SynthesisSimulation(SynthesisTwin twin) {
    this.twin = twin;
  }

  @Override
  public InstrumentState state() {
    return new InstrumentState(
        NOWHERE,
        new TimeSpan(twin.elapsedSeconds()),
        0,
        Quality.GOOD,
        DeviceState.READY,
        ProbeState.NONE,
        BeamState.NONE,
        List.of(
            Readback.fresh(Channel.TEMPERATURE, kelvin), Readback.fresh(Channel.PRESSURE, pascal)));
  }

  @Override
  public Cost estimate(Command command) {
    return switch (command) {
      case SynthesisCommand.Deposit deposit -> {
        double laser = deposit.pulses() / LASER_HERTZ;
        yield cost(heating(deposit.temperature().kelvins(), RAMP) + laser, laser);
      }
      case SynthesisCommand.Anneal anneal ->
          cost(
              heating(anneal.temperature().kelvins(), anneal.ramp().kelvinsPerSecond())
                  + anneal.hold().seconds(),
              0);
      default -> Cost.NONE;
    };
  }

  /** Up, some time to settle, and down again. */
  private static double heating(double target, double rate) {
    return 2 * (Math.abs(target - COLD) / rate + SOAK);
  }

  private static Cost cost(double seconds, double exposure) {
    return new Cost(
        new TimeSpan(seconds), new Length(0), 0, new TimeSpan(exposure), new Impulse(0));
  }

  @Override
  public Optional<String> cannot(Command command, SurfacePoint from) {
    if (!VERBS.contains(command.verb())) {
      return Optional.of("this twin is a furnace with a laser and does not know " + command.verb());
    }
    boolean tooHot =
        command instanceof SynthesisCommand.Anneal anneal && anneal.temperature().kelvins() > 1300;
    return tooHot ? Optional.of("this furnace reaches 1300 K") : Optional.empty();
  }

  @Override
  public Reading perform(Command command) {
    List<double[]> seen = new ArrayList<>();
    switch (command) {
      case SynthesisCommand.Deposit deposit -> {
        twin.pressure(deposit.oxygenPressure().pascals());
        heat(deposit.temperature().kelvins(), RAMP, seen);
        twin.deposit(deposit.pulses(), deposit.fluence().joulesPerSquareMetre(), LASER_HERTZ);
        heat(COLD, RAMP, seen);
      }
      case SynthesisCommand.Anneal anneal -> {
        heat(anneal.temperature().kelvins(), anneal.ramp().kelvinsPerSecond(), seen);
        pass(anneal.hold().seconds(), seen);
        heat(COLD, anneal.ramp().kelvinsPerSecond(), seen);
      }
      default -> {
        // cannot() has refused it
      }
    }
    Axis time = Readings.axis("time", "s", seen, one -> one[0]);
    return new Reading.Curves(
        NOWHERE,
        List.of(
            Readings.curve(time, Readings.axis("temperature", "K", seen, one -> one[1])),
            Readings.curve(time, Readings.axis("pressure", "Pa", seen, one -> one[2]))));
  }

  private void heat(double target, double rate, List<double[]> seen) {
    double seconds = Math.abs(target - kelvin) / rate + SOAK;
    twin.ramp(target, rate);
    pass(seconds, seen);
  }

  private void pass(double seconds, List<double[]> seen) {
    double left = seconds;
    while (left > 0) {
      twin.advance(Math.min(left, SAMPLING));
      left -= SAMPLING;
      kelvin = twin.readKelvin();
      pascal = twin.readPascal();
      seen.add(new double[] {twin.elapsedSeconds(), kelvin, pascal});
    }
  }

  @Override
  public void rest() {
    twin.ramp(COLD, RAMP);
  }

  @Override
  public GroundTruth truth() {
    SynthesisTruth now = twin.truth();
    return new GroundTruth() {
      @Override
      public List<Frame> pictures() {
        double[] film = {now.thicknessMetres(), now.thicknessMetres()};
        return List.of(
            Readings.frame(new Field("thickness", "m", 1, film.length, film), 1e-2, 1e-2));
      }
    };
  }
}
