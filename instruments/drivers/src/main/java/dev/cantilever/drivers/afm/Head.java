package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.twin.NormalDraws;
import java.util.List;

/**
 * The probe over the ground, and the clock: approaches, rests and moves, each simulated step by
 * step. Heights in here are relative to a datum, the apparent height of ground that the middle of
 * the actuator's range would touch; the approach motor moves the datum.
 */
final class Head {

  private static final int POINTS_OF_A_MOVE = 200;

  private final AfmSetup setup;
  private final Ground ground;
  private final TappingLoop loop;
  private final TipHistory tip;
  private final Contamination contamination;
  private Probe probe;
  private double seconds;
  private double datum;
  private double lineOffset;
  private double x;
  private double y;
  private double surface;

  Head(AfmSetup setup, AfmSettings settings) {
    this.setup = setup;
    long world = setup.seeds().world();
    Hazards hazards = setup.instrument().hazards();
    probe = setup.probe();
    ground = new Ground(setup.sample(), setup.instrument().scanner(), world);
    loop = new TappingLoop(probe, setup.instrument(), settings, setup.seeds().noise());
    tip =
        new TipHistory(probe.tip(), hazards.doubleTipPerCrash(), NormalDraws.of(world, "afm tip"));
    contamination =
        new Contamination(
            hazards.contaminationPerLine(), NormalDraws.of(world, "afm contamination"));
    x = settings.frame().centreXMetres();
    y = settings.frame().centreYMetres();
    pace(longestStep());
  }

  /** Takes over drive and feedback. */
  void set(AfmSettings settings) {
    loop.set(probe, settings);
    pace(longestStep());
  }

  /** Puts in another probe, out of contact. */
  void mount(Probe another, AfmSettings settings) {
    probe = another;
    loop.mount(another, settings);
    tip.exchange(another.tip());
    contamination.wiped();
    pace(longestStep());
  }

  /** Sets the time step. */
  void pace(double stepSeconds) {
    loop.loudness(contamination.loudness());
    loop.pace(seconds, stepSeconds);
  }

  /** Lets time pass unsimulated. */
  void pause(double duration) {
    seconds += duration;
  }

  /**
   * Lowers the probe with the loop open until the amplitude has fallen to the setpoint, then closes
   * the loop. It always takes the time of the longest way, so that noise does not shift the clock.
   */
  void descend(double metresPerSecond) {
    pace(longestStep());
    loop.retract();
    double start = 1.5 * loop.referenceMetres() + 5e-9;
    datum = groundHere() + start;
    TipSampleForce force = forceHere();
    double sinking = metresPerSecond * longestStep();
    double height = -start;
    double until = seconds + 2 * start / metresPerSecond;
    do {
      datum -= sinking;
      height += sinking;
      step(height, force, 0);
    } while (loop.measuredMetres() > loop.setpointMetres() && height < start);
    seconds = until;
    loop.close();
    hold(0.5);
  }

  /** Closes the loop with the probe this far over the ground, out of contact. */
  void hover(double gapMetres) {
    pace(longestStep());
    loop.retract();
    surface = -gapMetres;
    datum = groundHere() + gapMetres;
    loop.close();
    hold(0.5);
  }

  /** Swings freely out of contact. */
  void withdraw() {
    loop.retract();
  }

  /** Rests where it is. */
  void hold(double duration) {
    pace(longestStep());
    int steps = (int) Math.ceil(duration / longestStep());
    ramp(relative(groundHere()), steps, forceHere());
  }

  /** Goes elsewhere in a straight line, the loop closed. */
  void slide(double toX, double toY, double duration) {
    Path way = new Path(x, y, toX, toY);
    Followed met = follow(way, duration, POINTS_OF_A_MOVE);
    ground.moved(toX - x, toY - y, seconds);
    pace(longestStep());
    TipSampleForce[] forces = forces();
    int steps = (int) Math.ceil(duration / longestStep() / POINTS_OF_A_MOVE);
    int last = met.heights().length - 1;
    for (int i = 1; i <= POINTS_OF_A_MOVE; i++) {
      int at = (int) ((long) i * last / POINTS_OF_A_MOVE);
      ramp(relative(met.heights()[at]), steps, forces[met.materials()[at]]);
    }
    arrived(toX, toY);
  }

  /** Goes elsewhere out of contact. */
  void fly(double toX, double toY, double duration) {
    ground.moved(toX - x, toY - y, seconds);
    seconds += duration;
    arrived(toX, toY);
  }

  /** What a way will meet that takes so long from now. */
  Followed follow(Path way, double duration, int pixels) {
    return ground.follow(tip.tip(), way, seconds, seconds + duration, pixels);
  }

  /** ∂F/∂z in N/m of the stray field on the freely swinging lever over a point of the sample. */
  double magneticGradient(double xOnSample, double yOnSample, double heightMetres) {
    double swing = loop.referenceMetres();
    return ground
        .domains()
        .map(
            domains ->
                domains.gradient(xOnSample, yOnSample, heightMetres) * domains.swingFactor(swing))
        .orElse(0.0);
  }

  /** Notes where a way has ended. */
  void arrived(double atX, double atY) {
    x = atX;
    y = atY;
  }

  /**
   * Notes that a scan has led it here, line by line: a move like any other to the scanner, which
   * takes back what creeps after the way to the first line.
   */
  void swept(double fromX, double fromY) {
    ground.moved(x - fromX, y - fromY, seconds);
  }

  /** Offsets all heights from now on. */
  void offset(double metres) {
    lineOffset = metres;
  }

  /** An apparent height, relative to the datum. */
  double relative(double height) {
    return height + lineOffset - datum;
  }

  /** Changes the surface evenly to another height. */
  void ramp(double to, int steps, TipSampleForce force) {
    double from = surface;
    for (int k = 1; k <= steps; k++) {
      step(from + (to - from) * k / steps, force, 0);
    }
  }

  /** One step over a surface of this relative height; the answer is the peak force in newtons. */
  double step(double height, TipSampleForce force, double slidMetres) {
    surface = height;
    loop.step(height, force);
    return bear(force, slidMetres);
  }

  /** One step with the loop open and the unbent tip resting at a height over the surface. */
  void swing(double restMetres, TipSampleForce force) {
    loop.swing(restMetres, force);
    bear(force, 0);
  }

  /** One step of a second pass at a height of the actuator over a surface, both relative. */
  double glide(double z, double height, TipSampleForce force, double gradient) {
    surface = height;
    loop.glide(z - height, force, gradient);
    return bear(force, 0);
  }

  /** Rests on the surface with a load for a time in which it slides so far. */
  void press(double newtons, double duration, double slidMetres) {
    seconds += duration;
    tip.bear(newtons, false, duration, slidMetres);
  }

  private double bear(TipSampleForce force, double slidMetres) {
    seconds += loop.stepSeconds();
    double newtons = force.newtons(loop.lever().gapMetres());
    tip.bear(newtons, loop.cornered(), loop.stepSeconds(), slidMetres);
    return newtons;
  }

  /** What the present tip feels of each material. */
  TipSampleForce[] forces() {
    List<Material> materials = setup.sample().materials();
    double radius = tip.tip().shape().radiusMetres();
    return materials.stream()
        .map(material -> TipSampleForce.between(material, radius))
        .toArray(TipSampleForce[]::new);
  }

  TipSampleForce forceHere() {
    return forces()[ground.materialAt(x, y, seconds)];
  }

  double groundHere() {
    return ground.height(tip.tip(), x, y, seconds);
  }

  double longestStep() {
    return Pace.longestStep(probe, setup.step());
  }

  /** Which force prevails at a virial and an amplitude. */
  Regime regime(double virial, double amplitude) {
    double unit = probe.springNewtonsPerMetre() * loop.referenceMetres() / (2 * probe.quality());
    return Regime.ofVirial(virial, unit * amplitude);
  }

  /** Whether the last cycle felt the surface. */
  boolean touches() {
    return regime(loop.lever().virialJoules(), loop.lever().amplitudeMetres()) != Regime.FREE;
  }

  NoiseLevels noise() {
    return setup.instrument().noise();
  }

  TappingLoop loop() {
    return loop;
  }

  TipHistory tip() {
    return tip;
  }

  Contamination contamination() {
    return contamination;
  }

  Probe probe() {
    return probe;
  }

  Shift shift() {
    return ground.shift(seconds);
  }

  double seconds() {
    return seconds;
  }
}
