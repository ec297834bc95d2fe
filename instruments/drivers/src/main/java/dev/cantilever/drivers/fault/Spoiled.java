package dev.cantilever.drivers.fault;

import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Readings made wrong. */
final class Spoiled {

  private Spoiled() {}

  static UnaryOperator<double[]> value(double wrong) {
    return values -> {
      values[values.length / 2] = wrong;
      return values;
    };
  }

  static double[] shortened(double[] values) {
    return Arrays.copyOf(values, values.length - 1);
  }

  /** Cut at the middle between the least and the greatest value. */
  static double[] clipped(double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    double greatest = Arrays.stream(values).max().orElseThrow();
    double rail = least + (greatest - least) / 2;
    return Arrays.stream(values).map(value -> Math.min(value, rail)).toArray();
  }

  /** A driver that still calls its reading good. */
  static Reading reading(Reading reading, UnaryOperator<double[]> change) {
    return switch (reading) {
      case Reading.ProbePosition at -> new Reading.ProbePosition(place(at.position(), change));
      case Reading.Loop loop ->
          new Reading.Loop(loop.position(), spectrum(loop.spectrum(), change));
      case Reading.Scan scan ->
          new Reading.Scan(
              scan.center(), scan.frames().stream().map(frame -> frame(frame, change)).toList());
      case Reading.Curves curves ->
          new Reading.Curves(
              curves.position(),
              curves.spectra().stream().map(curve -> spectrum(curve, change)).toList());
      case Reading.Estimates found ->
          new Reading.Estimates(
              found.position(),
              found.estimates().stream().map(one -> estimate(one, change)).toList(),
              found.spectra().stream().map(curve -> spectrum(curve, change)).toList());
      case Reading.Trial trial ->
          new Reading.Trial(trial.outcomes().stream().map(one -> outcome(one, change)).toList());
    };
  }

  static Reading ofAnotherKind(Reading reading) {
    SurfacePoint origin = SurfacePoint.metres(0, 0);
    return reading instanceof Reading.ProbePosition
        ? new Reading.Trial(List.of())
        : new Reading.ProbePosition(origin);
  }

  private static SurfacePoint place(SurfacePoint at, UnaryOperator<double[]> change) {
    double[] xy = change.apply(new double[] {at.x().metres(), at.y().metres()});
    return SurfacePoint.metres(xy[0], xy[1]);
  }

  private static Reading.Outcome outcome(Reading.Outcome one, UnaryOperator<double[]> change) {
    double[] value = change.apply(new double[] {one.value()});
    return new Reading.Outcome(one.name(), value[0], one.standardError());
  }

  /** Where the change takes the value away, it is none. */
  private static Reading.Estimate estimate(Reading.Estimate one, UnaryOperator<double[]> change) {
    double[] value = change.apply(new double[] {one.value()});
    return new Reading.Estimate(
        one.name(), one.unit(), value.length == 0 ? Double.NaN : value[0], one.standardError());
  }

  private static Spectrum spectrum(Spectrum curve, UnaryOperator<double[]> change) {
    Axis response = curve.response();
    Series values = Series.of(change.apply(response.values().toArray()));
    return new Spectrum(
        curve.sweep(), new Axis(response.name(), response.unit(), values), curve.quality());
  }

  private static Frame frame(Frame frame, UnaryOperator<double[]> change) {
    return new Frame(
        frame.channel(),
        frame.unit(),
        frame.rows(),
        frame.columns(),
        frame.width(),
        frame.height(),
        Series.of(change.apply(frame.values().toArray())),
        frame.quality());
  }
}
