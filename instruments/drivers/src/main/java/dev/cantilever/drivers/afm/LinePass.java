package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.twin.NormalDraws;

/** Passes lines with the head and writes down their pixels. */
final class LinePass {

  private final Head head;
  private final FlickerNoise lineNoise;
  private final NormalDraws pixelNoise;
  private final PixelMean mean = new PixelMean();

  LinePass(Head head, long noiseSeed) {
    this.head = head;
    lineNoise = new FlickerNoise(NormalDraws.of(noiseSeed, "afm line offsets"));
    pixelNoise = NormalDraws.of(noiseSeed, "afm pixels");
  }

  /** One pixel of a pass: which, in how many steps, how many points of ground and metres a step. */
  private record Stretch(int column, int steps, double pointsPerStep, double metresPerStep) {}

  /** Turns round and passes a line once; the pixels are in the order of the pass. */
  PassRow pass(Path way, int columns, Pace pace) {
    Followed met = head.follow(way, pace.passSeconds(columns), columns);
    TipSampleForce[] forces = head.forces();
    head.offset(head.noise().lineOffsetMetres() * lineNoise.next());
    head.pace(pace.stepSeconds());
    head.ramp(head.relative(met.heights()[0]), pace.turnSteps(), forces[met.materials()[0]]);
    PassRow row = new PassRow(columns);
    int steps = pace.stepsPerPixel();
    double points = (double) (met.heights().length - 1) / columns / steps;
    double metres = way.length() / columns / steps;
    for (int column = 0; column < columns; column++) {
      walk(met, forces, new Stretch(column, steps, points, metres));
      write(row, column, pace.pixelSeconds());
      row.trueHeight[column] = met.trueHeight((column + 0.5) / columns);
    }
    head.arrived(way.toX(), way.toY());
    return row;
  }

  private void walk(Followed met, TipSampleForce[] forces, Stretch stretch) {
    double[] heights = met.heights();
    int first = stretch.column() * stretch.steps();
    mean.clear();
    for (int k = 0; k < stretch.steps(); k++) {
      double place = (first + k + 0.5) * stretch.pointsPerStep();
      int i = (int) place;
      double height = heights[i] + (place - i) * (heights[i + 1] - heights[i]);
      TipSampleForce force = forces[met.materials()[i]];
      double newtons = head.step(head.relative(height), force, stretch.metresPerStep());
      mean.add(head.loop(), newtons);
    }
  }

  private void write(PassRow row, int column, double duration) {
    NoiseLevels noise = head.noise();
    Contamination contamination = head.contamination();
    row.height[column] = mean.height();
    row.zSensor[column] = mean.height() + noisy(noise.zSensorMetres());
    row.amplitude[column] = mean.amplitude();
    double density = contamination.loudness() * noise.detectorMetresPerRootHertz();
    row.phase[column] =
        mean.phase()
            + noisy(density / Math.sqrt(duration) / mean.phasor())
            + contamination.phaseOffsetRadians();
    row.peakForce[column] = mean.peak();
    row.regime[column] = head.regime(mean.virial(), mean.phasor()).code();
  }

  private double noisy(double rms) {
    return rms > 0 ? rms * pixelNoise.normal() : 0;
  }
}
