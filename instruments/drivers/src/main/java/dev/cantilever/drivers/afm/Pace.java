package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;

/**
 * How a line is cut into steps.
 *
 * @param stepSeconds length of a step
 * @param stepsPerPixel of a pass, at least 8
 * @param turnSteps at either end
 */
record Pace(double stepSeconds, int stepsPerPixel, int turnSteps) {

  /** Share of each pass that its turnaround takes. */
  private static final double TURN = 0.05;

  private static final int STEPS_PER_TIME_CONSTANT = 15;
  private static final int LEAST_STEPS_PER_PIXEL = 8;

  static Pace of(AfmSettings settings, Probe probe, IntegrationStep step) {
    double pass = 0.5 / settings.lineHertz();
    double pixel = (1 - TURN) * pass / settings.frame().pixels().columns();
    double longest = longestStep(probe, step);
    int steps = Math.max(LEAST_STEPS_PER_PIXEL, (int) Math.ceil(pixel / longest));
    double length = pixel / steps;
    return new Pace(length, steps, (int) Math.ceil(TURN * pass / length));
  }

  static double longestStep(Probe probe, IntegrationStep step) {
    return Math.min(step.longestSeconds(), probe.timeConstantSeconds() / STEPS_PER_TIME_CONSTANT);
  }

  /** A turn and a pass. */
  double passSeconds(int columns) {
    return (columns * stepsPerPixel + turnSteps) * stepSeconds;
  }

  double pixelSeconds() {
    return stepSeconds * stepsPerPixel;
  }
}
