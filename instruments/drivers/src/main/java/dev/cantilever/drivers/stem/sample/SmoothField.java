package dev.cantilever.drivers.stem.sample;

/** A smooth scalar on the plane with its exact slopes, per metre. */
public interface SmoothField {

  /** Nothing anywhere. */
  SmoothField ZERO = new Waves(new double[0][]);

  double value(double x, double y);

  double slopeX(double x, double y);

  double slopeY(double x, double y);
}
