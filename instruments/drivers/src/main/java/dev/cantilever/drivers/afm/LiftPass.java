package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.twin.NormalDraws;

/**
 * Passes a line a second time, with the height loop held and the probe led along the heights of the
 * first pass, lifted. So far up only what reaches far acts on the lever: its lag follows the
 * gradient of the stray field. Too low a lift lets it feel the surface itself, as on any
 * instrument.
 */
final class LiftPass {

  private final Head head;
  private final NormalDraws pixelNoise;
  private final PixelMean mean = new PixelMean();

  LiftPass(Head head, long noiseSeed) {
    this.head = head;
    pixelNoise = NormalDraws.of(noiseSeed, "afm pixels of second passes");
  }

  /**
   * Turns round and passes a line; the lag of each pixel goes into the row of the first pass.
   *
   * @param row of the first pass the same way
   */
  void pass(Path way, PassRow row, Pace pace, double liftMetres) {
    int columns = row.height.length;
    Followed met = head.follow(way, pace.passSeconds(columns), columns);
    TipSampleForce[] forces = head.forces();
    head.pace(pace.stepSeconds());
    glide(met, forces, new Spot(0.5 / columns, row.height[0] + liftMetres), pace.turnSteps());
    for (int column = 0; column < columns; column++) {
      mean.clear();
      Spot spot = new Spot((column + 0.5) / columns, row.height[column] + liftMetres);
      glide(met, forces, spot, pace.stepsPerPixel());
      row.magneticPhase[column] = phase(pace.pixelSeconds());
    }
    head.arrived(way.toX(), way.toY());
  }

  /** A share of the way, and the height of the actuator there. */
  private record Spot(double share, double z) {}

  private void glide(Followed met, TipSampleForce[] forces, Spot spot, int steps) {
    int i = (int) Math.rint(spot.share() * (met.heights().length - 1));
    double height = head.relative(met.heights()[i]);
    Path way = met.onSample();
    double gradient =
        head.magneticGradient(way.x(spot.share()), way.y(spot.share()), spot.z() - height);
    for (int k = 0; k < steps; k++) {
      double newtons = head.glide(spot.z(), height, forces[met.materials()[i]], gradient);
      mean.add(head.loop(), newtons);
    }
  }

  private double phase(double duration) {
    Contamination contamination = head.contamination();
    double density = contamination.loudness() * head.noise().detectorMetresPerRootHertz();
    double rms = density / Math.sqrt(duration) / mean.phasor();
    return mean.phase()
        + (rms > 0 ? rms * pixelNoise.normal() : 0)
        + contamination.phaseOffsetRadians();
  }
}
