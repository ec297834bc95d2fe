package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.twin.NormalDraws;
import java.util.ArrayList;
import java.util.List;

/** Curves over one place with the height loop open; afterwards the probe taps there again. */
final class OpenLoop {

  private static final double TIME_CONSTANTS = 5;

  /** What the detector's noise fills of a point of an amplitude curve, in Hz. */
  private static final double BANDWIDTH = 1e3;

  private static final double RECOVERY = 0.5;

  private final Head head;
  private final NormalDraws readout;

  OpenLoop(Head head, NormalDraws readout) {
    this.head = head;
    this.readout = readout;
  }

  /** Presses with the undriven lever; the tip bears the greatest force for a tenth of the curve. */
  ForceCurve press(ForceCurve.Request request) {
    Pressing pressing = new Pressing(head.probe(), head.forceHere(), head.noise(), readout);
    ForceCurve curve = pressing.curve(request, head.relative(head.groundHere()));
    double greatest =
        curve.extend().stream().mapToDouble(ForceCurve.Point::forceNewtons).max().orElseThrow();
    head.pause(1 / request.hertz());
    head.tip().bear(greatest, false, 0.1 / request.hertz(), 0);
    head.hold(RECOVERY);
    return curve;
  }

  /** Approaches the tapping lever point by point, and retracts it. */
  AmplitudeCurve tap(AmplitudeCurve.Request request) {
    head.pace(head.longestStep());
    double free = head.loop().referenceMetres();
    double start = 1.3 * free + 5e-9;
    double stride = request.rangeMetres() / (request.points() - 1);
    List<AmplitudeCurve.Point> extend = new ArrayList<>();
    List<AmplitudeCurve.Point> retract = new ArrayList<>();
    boolean turns = false;
    point(start);
    point(start);
    while (extend.size() < request.points() && !turns) {
      extend.add(point(start - extend.size() * stride));
      turns = head.loop().lever().amplitudeMetres() < request.leastRatio() * free;
    }
    for (int i = extend.size() - 1; i >= 0; i--) {
      retract.add(point(start - i * stride));
    }
    head.hold(RECOVERY);
    return new AmplitudeCurve(extend, retract);
  }

  private AmplitudeCurve.Point point(double rest) {
    TipSampleForce force = head.forceHere();
    double settling = TIME_CONSTANTS * head.probe().timeConstantSeconds();
    int steps = (int) Math.ceil(settling / head.longestStep());
    for (int k = 0; k < steps; k++) {
      head.swing(rest, force);
    }
    double density = head.noise().detectorMetresPerRootHertz() * head.contamination().loudness();
    double rms = density * Math.sqrt(2 * BANDWIDTH);
    double amplitude = head.loop().lever().amplitudeMetres();
    return new AmplitudeCurve.Point(
        head.relative(head.groundHere()) + rest,
        amplitude + (rms > 0 ? rms * readout.normal() : 0),
        head.loop().lever().phaseRadians() + head.contamination().phaseOffsetRadians());
  }
}
