package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.twin.NormalDraws;
import java.util.List;

/**
 * Passes lines with the undriven lever in contact. The loop moves the actuator by dz/dt = Ki (d −
 * d0) with the deflection d over its setpoint, as if the tip followed the surface unbent: d relaxes
 * to d0 + s/Ki on ground that rises with s. The lever twists by the lateral force
 *
 * <pre>± μ (F + Fa) + F dh/dx</pre>
 *
 * positive on the way there, negative on the way back, with the load F = k d and the adhesion Fa:
 * Amontons' law with adhesion (Derjaguin, Z. Phys. 88 (1934) 661, doi:10.1007/BF01333114) and the
 * slope's part, which does not change its sign with the way (Ogletree, Carpick and Salmeron, Rev.
 * Sci. Instrum. 67 (1996) 3298, doi:10.1063/1.1147411). Where the load falls below −Fa the tip
 * hangs free, and nothing twists it.
 */
final class ContactPass {

  /** Of a lever against its torsion, at the tip, in N/m. */
  private static final double LATERAL_STIFFNESS = 100;

  /** Of a pixel. */
  private static final int STEPS = 8;

  private final Head head;
  private final List<Material> materials;
  private final FlickerNoise lineNoise;
  private final NormalDraws pixelNoise;

  ContactPass(Head head, List<Material> materials, long noiseSeed) {
    this.head = head;
    this.materials = materials;
    lineNoise = new FlickerNoise(NormalDraws.of(noiseSeed, "afm line offsets in contact"));
    pixelNoise = NormalDraws.of(noiseSeed, "afm pixels in contact");
  }

  /**
   * What the loop holds.
   *
   * @param newtons the load
   * @param gain Ki in 1/s
   */
  record Hold(double newtons, double gain) {

    /** The deflection after a time on ground that rises evenly. */
    double after(double seconds, double deflection, double rising, double spring) {
      double settled = newtons / spring + rising / gain;
      return settled + (deflection - settled) * StrictMath.exp(-gain * seconds);
    }
  }

  /**
   * Turns round and passes a line once; the pixels are in the order of the pass.
   *
   * @param sign of the friction on this way, 1 or −1
   */
  PassRow pass(Path way, int columns, Pace pace, Hold hold, int sign) {
    Followed met = head.follow(way, pace.passSeconds(columns), columns);
    head.offset(head.noise().lineOffsetMetres() * lineNoise.next());
    head.press(hold.newtons(), pace.turnSteps() * pace.stepSeconds(), 0);
    PassRow row = new PassRow(columns);
    Tip tip = new Tip(met, hold, pace.pixelSeconds() / STEPS, way.length() / columns / STEPS);
    for (int column = 0; column < columns; column++) {
      tip.cross(row, column, sign);
      head.press(row.peakForce[column], pace.pixelSeconds(), way.length() / columns);
      row.trueHeight[column] = met.trueHeight((column + 0.5) / columns);
      disturb(row, column, 1 / Math.sqrt(pace.pixelSeconds()));
    }
    head.arrived(way.toX(), way.toY());
    return row;
  }

  private void disturb(PassRow row, int column, double rootHertz) {
    double detector = head.noise().detectorMetresPerRootHertz() * rootHertz;
    row.zSensor[column] = row.height[column] + noisy(head.noise().zSensorMetres());
    row.deflection[column] += noisy(detector);
    row.lateralForce[column] += noisy(LATERAL_STIFFNESS * detector);
    row.regime[column] = Regime.REPULSIVE.code();
  }

  private double noisy(double rms) {
    return rms > 0 ? rms * pixelNoise.normal() : 0;
  }

  /** The tip on its way over the ground. */
  private final class Tip {

    private final Followed met;
    private final Hold hold;
    private final double seconds;
    private final double metres;
    private final double spring = head.probe().springNewtonsPerMetre();
    private final TipSampleForce[] forces = head.forces();
    private double deflection;
    private double height;

    Tip(Followed met, Hold hold, double secondsOfAStep, double metresOfAStep) {
      this.met = met;
      this.hold = hold;
      this.seconds = secondsOfAStep;
      this.metres = metresOfAStep;
      deflection = hold.newtons() / spring;
      height = met.heights()[0];
    }

    void cross(PassRow row, int column, int sign) {
      int columns = row.height.length;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int k = 1; k <= STEPS; k++) {
        double place = (column + (double) k / STEPS) / columns * (met.heights().length - 1);
        int i = Math.min((int) place, met.heights().length - 2);
        double next = met.heights()[i] + (place - i) * (met.heights()[i + 1] - met.heights()[i]);
        double rise = next - height;
        height = next;
        int material = met.materials()[i];
        double adhesion = forces[material].adhesionNewtons();
        double lowest = -adhesion / spring;
        deflection = Math.max(hold.after(seconds, deflection, rise / seconds, spring), lowest);
        double load = spring * deflection;
        double friction = materials.get(material).frictionCoefficient() * (load + adhesion);
        row.height[column] += (head.relative(height) - deflection) / STEPS;
        row.deflection[column] += deflection / STEPS;
        double twist = deflection > lowest ? friction + load * rise / metres : 0;
        row.lateralForce[column] += sign * twist / STEPS;
        greatest = Math.max(greatest, load);
      }
      row.peakForce[column] = greatest;
    }
  }
}
