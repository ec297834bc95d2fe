package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.lever.TappingLever;
import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.OpticalView;
import dev.cantilever.drivers.twin.Require;
import java.util.List;

/**
 * A simulated tapping-mode microscope. It is {@linkplain #configure configured}, {@linkplain #tune
 * tuned} in air, {@linkplain #approach approached}, and then scans lines of its frame; its clock
 * advances by what these take. Its state changes through its commands alone, each a deterministic
 * function of setup and history. What cannot be done in the present state is refused with an {@link
 * IllegalStateException}, and nothing has happened then. Not safe for several threads.
 */
public final class AfmTwin {

  private static final double FAR = 100e-6;

  /** The end of the motor's way. */
  static final double MOST_GAP = 2e-3;

  private static final double OPTICAL_SECONDS = 1;
  private static final double STIFF_WIDTH = 40e-6;
  private static final double SOFT_WIDTH = 28e-6;
  private static final double LEAST_AMPLITUDE = 0.5e-9;
  private static final double SETTING_SECONDS = 0.1;
  private static final double MOVE_SECONDS = 1;
  private static final double WITHDRAW_SECONDS = 2;
  static final double EXCHANGE_SECONDS = 1200;
  private static final double FALSE_LEAST = 1e-6;
  private static final double FALSE_MOST = 5e-6;

  private final AfmSetup setup;
  private final Head head;
  private final LinePass pass;
  private final LiftPass liftPass;
  private final ContactPass contactPass;
  private final OpenLoop openLoop;
  private final OpticalView optics;
  private final NormalDraws faults;
  private final NormalDraws readout;
  private AfmSettings settings;
  private boolean engaged;
  private double gap = FAR;
  private int nextLine = -1;
  private List<Field> lastScan = List.of();

  /** A twin with its probe withdrawn by 100 µm over the centre of the frame. */
  public AfmTwin(AfmSetup setup, AfmSettings settings) {
    this.setup = setup;
    this.settings = settings;
    head = new Head(setup, settings);
    faults = NormalDraws.of(setup.seeds().world(), "afm faults");
    readout = NormalDraws.of(setup.seeds().noise(), "afm readout");
    pass = new LinePass(head, setup.seeds().noise());
    liftPass = new LiftPass(head, setup.seeds().noise());
    contactPass = new ContactPass(head, setup.sample().materials(), setup.seeds().noise());
    openLoop = new OpenLoop(head, readout);
    optics = new OpticalView(setup.seeds().world(), setup.seeds().noise());
    head.withdraw();
  }

  /** The settings in force. */
  public AfmSettings settings() {
    return settings;
  }

  /** Twin time in seconds. */
  public double elapsedSeconds() {
    return head.seconds();
  }

  /** Whether the probe has been approached. */
  public boolean isEngaged() {
    return engaged;
  }

  /** How far the withdrawn probe hangs over the sample, 0 where it is engaged. */
  public double gapMetres() {
    return gap;
  }

  /** Whether the probe is as far from the sample as the motor can bring it. */
  public boolean isParked() {
    return !engaged && gap >= MOST_GAP;
  }

  /** Changes settings; an engaged probe answers at once, and goes to the centre of a new frame. */
  public void configure(AfmSettings wanted) {
    boolean moves = !wanted.frame().equals(settings.frame());
    settings = wanted;
    head.set(wanted);
    nextLine = -1;
    if (!engaged) {
      head.withdraw();
    }
    if (moves) {
      moveTo(wanted.frame().centreXMetres(), wanted.frame().centreYMetres());
    } else if (engaged) {
      head.hold(SETTING_SECONDS);
    }
  }

  /** Sweeps the drive frequency in air, with the drive voltage that is set. Takes 1.5 s. */
  public Tune tune(TuneSweep sweep) {
    requireWithdrawn("tuning");
    Require.positive("drive in V", settings.drive().volts());
    Sweeping sweeping =
        new Sweeping(head.probe(), settings.drive().volts(), setup.instrument().noise(), readout);
    head.pause(TuneSweep.SECONDS);
    head.contamination().tunedInAir();
    return sweeping.sweep(sweep);
  }

  /**
   * Lowers the probe until the amplitude is at the setpoint.
   *
   * @param mostTravelMetres in [0, 2e-3]
   * @param metresPerSecond in [1e-7, 1e-5]; a fast approach hits harder
   */
  public Engagement approach(double mostTravelMetres, double metresPerSecond) {
    Require.inside("travel in m", mostTravelMetres, 0, 2e-3);
    Require.inside("approach speed in m/s", metresPerSecond, 1e-7, 1e-5);
    requireWithdrawn("an approach");
    if (head.loop().referenceMetres() < LEAST_AMPLITUDE) {
      throw new IllegalStateException(
          "the free amplitude is below 0.5 nm; drive harder or at the resonance");
    }
    double hover = stopsInAirAt();
    double travel = Math.max(0, gap - hover);
    if (travel > mostTravelMetres) {
      head.pause(mostTravelMetres / metresPerSecond);
      gap -= mostTravelMetres;
      return new Engagement(false, mostTravelMetres, 0);
    }
    head.pause(travel / metresPerSecond);
    if (hover > 0) {
      head.hover(hover);
    } else {
      head.descend(metresPerSecond);
    }
    engaged = true;
    gap = 0;
    nextLine = -1;
    return new Engagement(true, travel, head.loop().zMetres());
  }

  /**
   * Lifts the probe off, no further than to the end of the motor's way.
   *
   * @param distanceMetres in [1e-6, 5e-3]
   */
  public void withdraw(double distanceMetres) {
    Require.inside("distance in m", distanceMetres, 1e-6, 5e-3);
    head.withdraw();
    head.pause(WITHDRAW_SECONDS);
    engaged = false;
    gap = Math.min(MOST_GAP, gap + distanceMetres);
  }

  /** Goes to a place, in metres; in contact if engaged. Takes a second. */
  public void moveTo(double xMetres, double yMetres) {
    Require.inside("x in m", xMetres, -1e-4, 1e-4);
    Require.inside("y in m", yMetres, -1e-4, 1e-4);
    nextLine = -1;
    if (engaged) {
      head.slide(xMetres, yMetres, MOVE_SECONDS);
    } else {
      head.fly(xMetres, yMetres, MOVE_SECONDS);
    }
  }

  /** Puts in another probe, after a withdrawal; a person takes twenty minutes for it. */
  public void exchangeProbe(Probe probe) {
    requireWithdrawn("an exchange of the probe");
    head.mount(probe, settings);
    head.withdraw();
    head.pause(EXCHANGE_SECONDS);
  }

  /**
   * Scans lines of the frame, each there and back; upwards where the first is the lower. A scan
   * that goes on where the last one ended loses no time in between.
   */
  public AfmScan scan(int firstLine, int lastLine) {
    return scan(firstLine, lastLine, new Passing.Tapping());
  }

  /** As {@link #scan(int, int)}, with each line passed in one of several ways. */
  public AfmScan scan(int firstLine, int lastLine, Passing passing) {
    requireEngaged("a scan");
    ScanFrame frame = settings.frame();
    int most = frame.pixels().lines() - 1;
    Require.inside("first line", firstLine, 0, most);
    Require.inside("last line", lastLine, 0, most);
    double began = head.seconds();
    Path first = frame.line(firstLine);
    if (nextLine != firstLine) {
      head.slide(first.fromX(), first.fromY(), MOVE_SECONDS);
      head.hold(MOVE_SECONDS / 2);
    }
    int stride = lastLine >= firstLine ? 1 : -1;
    int columns = frame.pixels().columns();
    Pace pace = Pace.of(settings, head.probe(), setup.step());
    ScanLines lines = new ScanLines(firstLine, lastLine, columns);
    for (int line = firstLine; line != lastLine + stride; line += stride) {
      Path way = frame.line(line);
      PassRow trace = passed(way, pace, passing, Direction.TRACE);
      PassRow retrace = passed(way.reversed(), pace, passing, Direction.RETRACE);
      if (passing instanceof Passing.Lifted lifted) {
        liftPass.pass(way, trace, pace, lifted.metres());
        liftPass.pass(way.reversed(), retrace, pace, lifted.metres());
      }
      lines.put(Direction.TRACE, line, trace);
      lines.put(Direction.RETRACE, line, retrace);
      head.contamination().scannedLine();
    }
    if (passing instanceof Passing.Pressed) {
      head.hold(MOVE_SECONDS / 2); // it taps again
    }
    head.swept(first.fromX(), first.fromY());
    nextLine = lastLine + stride;
    lastScan = lines.truths();
    return new AfmScan(lines.channels(passing), firstLine, lastLine, head.seconds() - began);
  }

  /** The first time that a line is passed. */
  private PassRow passed(Path way, Pace pace, Passing passing, Direction direction) {
    int columns = settings.frame().pixels().columns();
    if (!(passing instanceof Passing.Pressed pressed)) {
      return pass.pass(way, columns, pace);
    }
    double gain = settings.feedback().integralPerSecond();
    int sign = direction == Direction.TRACE ? 1 : -1;
    return contactPass.pass(
        way, columns, pace, new ContactPass.Hold(pressed.newtons(), gain), sign);
  }

  /** Presses with the undriven lever where the probe is, and goes back to tapping there. */
  public ForceCurve forceCurve(ForceCurve.Request request) {
    requireEngaged("a force curve");
    return openLoop.press(request);
  }

  /** Approaches and retracts the tapping lever with the loop open, and closes the loop again. */
  public AmplitudeCurve amplitudeCurve(AmplitudeCurve.Request request) {
    requireEngaged("an amplitude curve");
    return openLoop.tap(request);
  }

  /** Lets time pass with the probe withdrawn, while something is set. */
  void rest(double seconds) {
    requireWithdrawn("this setting");
    head.pause(seconds);
  }

  /** Looks at lever and sample from above through the optical microscope. Takes a second. */
  public OpticalView.Picture capture(double xMetres, double yMetres) {
    head.pause(OPTICAL_SECONDS);
    Sample sample = setup.sample();
    double width = head.probe().springNewtonsPerMetre() > 10 ? STIFF_WIDTH : SOFT_WIDTH;
    return optics.picture(
        new OpticalView.Surface(
            sample::heightMetres, (x, y) -> sample.materialAt(x, y) == 0 ? 1 : 0.88),
        new OpticalView.Lever(width, xMetres, yMetres, gap));
  }

  /** What the instrument shows. */
  public Meters readMeters() {
    TappingLever lever = head.loop().lever();
    return new Meters(
        lever.amplitudeMetres(),
        lever.phaseRadians() + head.contamination().phaseOffsetRadians(),
        head.loop().zMetres());
  }

  /** What is true. */
  public AfmTruth truth() {
    return new AfmTruth(
        setup.sample(),
        head.tip().tip(),
        head.tip().crashes(),
        engaged && head.touches(),
        head.contamination().isDirty(),
        head.shift(),
        lastScan);
  }

  /** The height over the ground at which an approach ends in the air, or 0. */
  private double stopsInAirAt() {
    Hazards hazards = setup.instrument().hazards();
    double draw = faults.uniform();
    double height = faults.uniform(FALSE_LEAST, FALSE_MOST);
    if (draw < hazards.falseEngage()) {
      return height + setup.instrument().scanner().zRangeMetres() / 2;
    }
    double needed = 1 / settings.feedback().setpointRatio() - 1;
    return Math.max(0, head.loop().lever().filmMetres(needed));
  }

  private void requireEngaged(String what) {
    if (!engaged) {
      throw new IllegalStateException(what + " needs an engaged probe; approach first");
    }
  }

  private void requireWithdrawn(String what) {
    if (engaged) {
      throw new IllegalStateException(what + " needs a withdrawn probe; withdraw first");
    }
  }
}
