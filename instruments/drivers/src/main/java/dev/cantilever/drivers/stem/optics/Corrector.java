package dev.cantilever.drivers.stem.optics;

import dev.cantilever.drivers.stem.noise.Variates;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the knobs of an aberration corrector really do: each acts with a fixed gain error of 2 to 5
 * %, and 5 to 10 % of it leaks into the partner coefficient of the same order under a fixed angle.
 * Immutable: the errors belong to the instrument.
 */
public final class Corrector {

  private static final Map<Coefficient, Coefficient> PARTNER =
      Map.of(
          Coefficient.C1, Coefficient.A1,
          Coefficient.A1, Coefficient.C1,
          Coefficient.B2, Coefficient.A2,
          Coefficient.A2, Coefficient.B2,
          Coefficient.C3, Coefficient.S3,
          Coefficient.S3, Coefficient.A3,
          Coefficient.A3, Coefficient.S3,
          Coefficient.C5, Coefficient.C5);

  private record Response(double gain, double leakReal, double leakImaginary) {}

  private final Map<Coefficient, Response> responses = new EnumMap<>(Coefficient.class);

  /** Draws the errors of one instrument. */
  public Corrector(Variates variates, TuningErrors errors) {
    for (Coefficient c : Coefficient.values()) {
      double sign = variates.uniform() < 0.5 ? -1 : 1;
      double gain = 1 + errors.corrector() * sign * variates.between(0.02, 0.05);
      double leak = errors.corrector() * variates.between(0.05, 0.10);
      double angle = variates.between(0, 2 * Math.PI);
      boolean alone = PARTNER.get(c) == c;
      responses.put(
          c,
          new Response(
              gain,
              alone ? 0 : leak * StrictMath.cos(angle),
              alone ? 0 : leak * StrictMath.sin(angle)));
    }
  }

  /** The aberrations that the knobs add to the column. */
  public Aberrations effectOf(Aberrations knobs) {
    Aberrations sum = Aberrations.none();
    for (Coefficient c : Coefficient.values()) {
      Response response = responses.get(c);
      double re = knobs.real(c);
      double im = knobs.imaginary(c);
      sum = add(sum, c, response.gain() * re, response.gain() * im);
      double leakRe = response.leakReal() * re - response.leakImaginary() * im;
      double leakIm = response.leakReal() * im + response.leakImaginary() * re;
      sum = add(sum, PARTNER.get(c), leakRe, leakIm);
    }
    return sum;
  }

  private static Aberrations add(Aberrations sum, Coefficient c, double re, double im) {
    return sum.with(c, sum.real(c) + re, c.isRound() ? 0 : sum.imaginary(c) + im);
  }
}
