package dev.cantilever.drivers.care;

import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.Arrays;
import java.util.Optional;

/** What a reading must look like to be believed. */
final class Plausibility {

  /** Repetitions in a row after which the instrument is not believed any more. */
  static final int REPETITIONS = 5;

  private static final int LEAST_AT_RAIL = 4;
  private static final double SHARE_AT_RAIL = 1e-3;

  /** By how much the values at a rail outnumber the next lower value; counts thin out instead. */
  private static final int PILE = 3;

  private Optional<Reading> last = Optional.empty();
  private int repetitions;

  Outcome judged(Verb verb, Outcome.Completed done) {
    Reading reading = done.reading();
    if (!kind(verb).isInstance(reading)) {
      return new Outcome.Unknown(
          "%s was answered with a %s".formatted(verb, reading.getClass().getSimpleName()));
    }
    if (reading instanceof Reading.ProbePosition || reading instanceof Reading.Trial) {
      return done;
    }
    if (reading instanceof Reading.Estimates found && !found.isFinite()) {
      return new Outcome.Unknown("%s was answered with what is no number".formatted(verb));
    }
    boolean again = last.filter(reading::equals).isPresent();
    repetitions = again ? repetitions + 1 : 0;
    last = Optional.of(reading);
    return repetitions >= REPETITIONS
        ? new Outcome.Unknown("the same bits were read %d times".formatted(repetitions + 1))
        : new Outcome.Completed(judged(reading, again), done.duration());
  }

  private static Class<? extends Reading> kind(Verb verb) {
    return switch (verb) {
      case SPM_LOOP -> Reading.Loop.class;
      case SPM_SCAN,
          SPM_CAPTURE_OPTICAL,
          STEM_SCAN,
          STEM_SPECTRUM_IMAGE,
          STEM_SCAN_4D,
          STEM_CAMERA_IMAGE ->
          Reading.Scan.class;
      case STEM_AUTO_FOCUS, STEM_MEASURE_ABERRATIONS -> Reading.Estimates.class;
      case SPM_TUNE, SPM_FORCE_CURVE, STEM_SPECTRUM, RAMAN_ACQUIRE, XRD_ACQUIRE ->
          Reading.Curves.class;
      case SYNTH_DEPOSIT, SYNTH_ANNEAL -> Reading.Curves.class;
      case CONDITION_EVALUATE -> Reading.Trial.class;
      case SPM_MOVE_PROBE,
          SPM_LITHOGRAPHY,
          SPM_EXCHANGE_PROBE,
          STEM_PLACE_BEAM,
          STAGE_MOVE_TO,
          STAGE_MOVE_BY,
          STAGE_HOME ->
          Reading.ProbePosition.class;
      default -> Reading.class;
    };
  }

  private static Reading judged(Reading reading, boolean again) {
    return switch (reading) {
      case Reading.Loop loop -> new Reading.Loop(loop.position(), judged(loop.spectrum(), again));
      case Reading.Scan scan ->
          new Reading.Scan(
              scan.center(), scan.frames().stream().map(frame -> judged(frame, again)).toList());
      case Reading.Curves curves ->
          new Reading.Curves(
              curves.position(),
              curves.spectra().stream().map(curve -> judged(curve, again)).toList());
      case Reading.Estimates found ->
          new Reading.Estimates(
              found.position(),
              found.estimates(),
              found.spectra().stream().map(curve -> judged(curve, again)).toList());
      case Reading.ProbePosition at -> at;
      case Reading.Trial trial -> trial;
    };
  }

  private static Spectrum judged(Spectrum curve, boolean again) {
    Quality quality = quality(curve.quality(), curve.response().values(), again);
    return new Spectrum(curve.sweep(), curve.response(), quality);
  }

  private static Frame judged(Frame frame, boolean again) {
    return new Frame(
        frame.channel(),
        frame.unit(),
        frame.rows(),
        frame.columns(),
        frame.width(),
        frame.height(),
        frame.values(),
        quality(frame.quality(), frame.values(), again));
  }

  private static Quality quality(Quality claimed, Series values, boolean again) {
    if (claimed != Quality.GOOD) {
      return claimed;
    }
    return again ? Quality.STALE : isAtRail(values.toArray()) ? Quality.SATURATED : Quality.GOOD;
  }

  /** Whether values pile up at the greatest, as behind a detector at its rail. */
  static boolean isAtRail(double[] values) {
    double rail = Arrays.stream(values).max().orElse(0);
    double next = Arrays.stream(values).filter(value -> value < rail).max().orElse(rail);
    long there = Arrays.stream(values).filter(value -> value == rail).count();
    long below = Arrays.stream(values).filter(value -> value == next).count();
    return next < rail
        && there >= Math.max(LEAST_AT_RAIL, SHARE_AT_RAIL * values.length)
        && there >= PILE * below;
  }
}
