package dev.cantilever.drivers.afm.lever;

import dev.cantilever.drivers.twin.Require;

/**
 * Amplitude and phase of a driven lever over a surface. With z = A cos(ωt − φ) the slow motion is
 *
 * <pre>
 * dA/dt = −(ω0/2Q) (A − A0 sin φ) − ω0 E/(2π k A)
 * dφ/dt =  (ω0 A0/2QA) cos φ + ω0 V/(k A²) − (ω0/2)(1 − ω²/ω0²)
 * </pre>
 *
 * (García and Pérez, Surf. Sci. Rep. 47 (2002) 197, doi:10.1016/S0167-5729(02)00077-8, by averaging
 * over a cycle). For the complex amplitude a = A exp(−iφ) the lever and its drive are linear, and
 * the force only turns and shrinks a. A step is therefore half a step of the linear part, exactly,
 * a turn and a shrinkage at fixed A, and another half step (Strang, SIAM J. Numer. Anal. 5 (1968)
 * 506, doi:10.1137/0705041): second order, one evaluation of the force, and no trouble with the
 * phase at small A. Amplitude and phase swing about their balance at a rate Ω that a stiff contact
 * makes large, Ω² ≈ (ω0/2Q) A0 · 2ω0|V|/(k A² s) at the depth s of indentation; where Ω times the
 * step exceeds 0.5 the step is halved, up to three times, as found in the step before.
 *
 * <p>A squeezed film of air may damp the lever near a surface: the loss rate rises by the share
 * c/(1 + zc/2 µm). Not safe for several threads.
 */
public final class TappingLever {

  private static final double FILM_METRES = 2e-6;
  private static final int HALVINGS = 3;
  private static final double LARGEST_SWING = 0.25;

  private final Probe probe;
  private final double filmShare;
  private final CycleAverages cycle = new CycleAverages();
  private double drivenAngular;
  private double step;
  private double freeReal;
  private double freeImaginary;
  private final double[] halfReal = new double[HALVINGS + 1];
  private final double[] halfImaginary = new double[HALVINGS + 1];
  private int halvings;
  private double driven;
  private double thermalKick;
  private double real;
  private double imaginary;
  private double gap = Double.MAX_VALUE;
  private double gradient;

  /**
   * A lever far from any surface, at rest until it is driven.
   *
   * @param filmShare c, the share by which the loss rises at the surface, in [0, 1]
   */
  public TappingLever(Probe probe, double filmShare) {
    this.probe = probe;
    this.filmShare = Require.inside("loss by the air film", filmShare, 0, 1);
  }

  /**
   * Sets drive and time step; amplitude and phase carry on.
   *
   * @param amplitudeMetres A0, the free amplitude that the drive would have at resonance
   * @param hertz drive frequency
   * @param stepSeconds time step; a fifteenth of {@link Probe#timeConstantSeconds} is ample
   * @param kelvin temperature of the thermal motion, of {@link #kick}
   */
  public void pace(double amplitudeMetres, double hertz, double stepSeconds, double kelvin) {
    double rate = 1 / probe.timeConstantSeconds();
    drivenAngular = 2 * Math.PI * hertz;
    double relative = hertz / probe.resonanceHertz();
    double detuning = probe.angularResonance() / 2 * (1 - relative * relative);
    double square = rate * rate + detuning * detuning;
    freeReal = rate * amplitudeMetres * detuning / square;
    freeImaginary = -rate * amplitudeMetres * rate / square;
    step = stepSeconds;
    driven = rate * amplitudeMetres * stepSeconds;
    for (int i = 0; i <= HALVINGS; i++) {
      double half = stepSeconds / (2 << i);
      double decay = StrictMath.exp(-rate * half);
      halfReal[i] = decay * StrictMath.cos(detuning * half);
      halfImaginary[i] = decay * StrictMath.sin(detuning * half);
    }
    double forgotten = 1 - StrictMath.exp(-2 * rate * stepSeconds);
    thermalKick = Math.sqrt(1.380649e-23 * kelvin / probe.springNewtonsPerMetre() * forgotten);
  }

  /** Puts the lever into its free oscillation. */
  public void release() {
    real = freeReal;
    imaginary = freeImaginary;
  }

  /**
   * Puts the lever into a force besides that of the surface which changes linearly over its swing:
   * its virial is ∂F/∂z A²/2, so that the phase at resonance settles at π/2 + atan(Q/k ∂F/∂z).
   *
   * @param newtonsPerMetre ∂F/∂z of it, until another one is set
   */
  public void pulled(double newtonsPerMetre) {
    gradient = newtonsPerMetre;
  }

  /** Advances by one time step with the unbent tip resting zc above the surface. */
  public void step(TipSampleForce force, double restMetres) {
    double rest = force.bent(restMetres, probe.springNewtonsPerMetre());
    int level = halvings;
    double turned = 0;
    for (int i = 0; i < 1 << level; i++) {
      turned = part(force, rest, level);
    }
    double depth = TipSampleForce.CONTACT_METRES - gap;
    double swing = depth > 0 ? 2 * Math.abs(turned) * driven / depth : 0;
    halvings = 0;
    while (halvings < HALVINGS && swing > LARGEST_SWING * (1 << (2 * halvings))) {
      halvings++;
    }
  }

  /** A part of a step after so many halvings; the answer is what a whole step would turn. */
  private double part(TipSampleForce force, double rest, int level) {
    linear(level);
    double square = real * real + imaginary * imaginary;
    double amplitude = Math.sqrt(square);
    gap = rest - amplitude;
    cycle.evaluate(force, gap, amplitude, drivenAngular);
    double least = CycleAverages.LEAST_AMPLITUDE;
    double stored = probe.springNewtonsPerMetre() * Math.max(square, least * least);
    double omega = probe.angularResonance();
    double film = filmShare * FILM_METRES / (FILM_METRES + Math.max(rest, 0));
    double loss =
        omega * (cycle.lostJoules() / (2 * Math.PI * stored) + film / (2 * probe.quality()));
    double turned =
        omega
            * (cycle.virialJoules() / stored + gradient / (2 * probe.springNewtonsPerMetre()))
            * step;
    turn(turned / (1 << level), loss * step / (1 << level));
    linear(level);
    return turned;
  }

  /** Adds the thermal motion of one step, from two standard normal draws (equipartition). */
  public void kick(double firstDraw, double secondDraw) {
    real += thermalKick * firstDraw;
    imaginary += thermalKick * secondDraw;
  }

  /**
   * The height at which the air film raises the loss by a share, c/(1 + height/2 µm); below 0 where
   * even the surface does not.
   */
  public double filmMetres(double share) {
    return FILM_METRES * (filmShare / share - 1);
  }

  /** A far from any surface, in metres. */
  public double freeAmplitudeMetres() {
    return Math.sqrt(freeReal * freeReal + freeImaginary * freeImaginary);
  }

  /** A in metres. */
  public double amplitudeMetres() {
    return Math.sqrt(real * real + imaginary * imaginary);
  }

  /** A cos φ in metres. */
  public double inPhaseMetres() {
    return real;
  }

  /** A sin φ in metres. */
  public double laggingMetres() {
    return -imaginary;
  }

  /** φ in (−π/2, 3π/2], the range in which neither branch wraps. */
  public double phaseRadians() {
    return phaseRadians(real, -imaginary);
  }

  /** The phase of A cos φ and A sin φ, in (−π/2, 3π/2]. */
  public static double phaseRadians(double inPhase, double lagging) {
    double phase = StrictMath.atan2(lagging, inPhase);
    return phase > -Math.PI / 2 ? phase : phase + 2 * Math.PI;
  }

  /** The distance at the lowest point of the last cycle. */
  public double gapMetres() {
    return gap;
  }

  /** V of the last cycle. */
  public double virialJoules() {
    return cycle.virialJoules();
  }

  /** E of the last cycle. */
  public double lostJoules() {
    return cycle.lostJoules();
  }

  /** Half a step of da/dt = −(λ − iδ)(a − free). */
  private void linear(int level) {
    double c = halfReal[level];
    double d = halfImaginary[level];
    double x = real - freeReal;
    double y = imaginary - freeImaginary;
    real = freeReal + x * c - y * d;
    imaginary = freeImaginary + x * d + y * c;
  }

  /** Multiplies by exp(−i angle) in Cayley's form, which keeps |a|, and shrinks by exp(−loss). */
  private void turn(double angle, double loss) {
    double half = angle / 2;
    double scale = 1 / ((1 + half * half) * (1 + loss + loss * loss / 2));
    double cosine = (1 - half * half) * scale;
    double sine = 2 * half * scale;
    double x = real * cosine + imaginary * sine;
    imaginary = imaginary * cosine - real * sine;
    real = x;
  }
}
