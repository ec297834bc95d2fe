package dev.cantilever.drivers.replay;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether a command asks for what was recorded: data cannot answer anything else. Pure. */
final class AsRecorded {

  private AsRecorded() {}

  /**
   * What the recording holds and what was asked, where these differ.
   *
   * @param time that one curve took
   */
  static Optional<String> difference(Command command, Curves curves, TimeSpan time) {
    return switch (command) {
      case SpmCommand.HysteresisLoop loop -> loop(loop, curves.sweep());
      case SpmCommand.Tune tune -> tune(tune, curves.sweep());
      case StemCommand.AcquireSpectrum spectrum -> spectrum(spectrum, curves.sweep(), time);
      default -> Optional.empty();
    };
  }

  private static Optional<String> loop(SpmCommand.HysteresisLoop loop, Sweep sweep) {
    double factor = sweep.factor(QuantityKind.VOLTAGE).orElseThrow();
    boolean same =
        sweep.isExactly(loop.biasAmplitude().volts(), sweep.amplitude(), factor)
            && loop.steps() == sweep.steps();
    return unless(
        same,
        "loops of %s %s in %d steps"
            .formatted(sweep.amplitude(), sweep.axis().unit(), sweep.steps()),
        "%s in %d steps".formatted(loop.biasAmplitude(), loop.steps()));
  }

  /** Where the file does not say which frequencies were swept, nobody can ask for others. */
  private static Optional<String> tune(SpmCommand.Tune tune, Sweep sweep) {
    OptionalDouble factor = sweep.factor(QuantityKind.FREQUENCY);
    if (factor.isEmpty()) {
      return unless(
          tune.points() == sweep.steps(),
          "curves of %d points".formatted(sweep.steps()),
          tune.points() + " points");
    }
    double center = (sweep.first() + sweep.last()) / 2;
    double width = Math.abs(sweep.last() - sweep.first());
    boolean same =
        sweep.isAbout(tune.center().hertz(), center, factor.getAsDouble())
            && sweep.isAbout(tune.width().hertz(), width, factor.getAsDouble())
            && tune.points() == sweep.steps();
    return unless(
        same,
        "curves of %d points around %s, %s wide"
            .formatted(
                sweep.steps(),
                new Frequency(center * factor.getAsDouble()),
                new Frequency(width * factor.getAsDouble())),
        "%d points around %s, %s wide".formatted(tune.points(), tune.center(), tune.width()));
  }

  private static Optional<String> spectrum(
      StemCommand.AcquireSpectrum spectrum, Sweep sweep, TimeSpan time) {
    if (spectrum.technique() != StemCommand.Spectroscopy.EELS) {
      return Optional.of("which hold energy losses only, not X-rays; ask for those");
    }
    double factor = sweep.factor(QuantityKind.ENERGY).orElseThrow();
    double dispersion = (sweep.last() - sweep.first()) / Math.max(1, sweep.steps() - 1);
    boolean same =
        spectrum.exposure().equals(time)
            && sweep.isAbout(spectrum.dispersion().joules(), dispersion, factor)
            && sweep.isAbout(spectrum.offset().joules(), sweep.first(), factor);
    return unless(
        same,
        "spectra of %s, %s %s for each channel from %s %s on"
            .formatted(time, dispersion, sweep.axis().unit(), sweep.first(), sweep.axis().unit()),
        "%s, %s for each channel from %s on"
            .formatted(
                spectrum.exposure(), words(spectrum.dispersion()), words(spectrum.offset())));
  }

  private static final double JOULES_PER_EV = 1.602176634e-19;

  private static String words(Energy energy) {
    return "%s eV".formatted((float) (energy.joules() / JOULES_PER_EV));
  }

  private static Optional<String> unless(boolean same, String recorded, String asked) {
    return same
        ? Optional.empty()
        : Optional.of("which hold %s only, not %s; ask for those".formatted(recorded, asked));
  }
}
