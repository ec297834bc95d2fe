package dev.cantilever.kernel.dose;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.Optional;

/**
 * A square of the sample under the beam.
 *
 * @param x centre, in metres on the sample
 * @param y centre, in metres on the sample
 * @param side in metres; 0 for a beam that stands
 * @param electrons that fall into it
 */
public record Exposed(double x, double y, double side, double electrons) {

  private static final double ELEMENTARY_CHARGE = 1.602176634e-19; // coulombs, exact in the SI
  private static final double GREATEST = 1; // metres
  private static final TimeSpan FRESH = new TimeSpan(2);

  /** The same area, given back. */
  Exposed undone() {
    return new Exposed(x, y, side, -electrons);
  }

  /**
   * What a command would expose, by what is read back; empty where current, field, focus, holder or
   * deflectors are not known, or read what cannot be.
   */
  static Optional<Exposed> by(Command command, InstrumentState state, Cost estimate) {
    double electrons =
        read(state, Channel.BEAM_CURRENT) * estimate.exposure().seconds() / ELEMENTARY_CHARGE;
    // a tilted beam meets what is out of focus beside its place
    double focus = read(state, Channel.DEFOCUS) + read(state, Channel.HOLDER_Z);
    double x =
        read(state, Channel.HOLDER_X)
            + read(state, Channel.IMAGE_SHIFT_X)
            + read(state, Channel.BEAM_TILT_X) * focus;
    double y =
        read(state, Channel.HOLDER_Y)
            + read(state, Channel.IMAGE_SHIFT_Y)
            + read(state, Channel.BEAM_TILT_Y) * focus;
    Exposed exposed =
        switch (command.verb()) {
          case STEM_SCAN,
              STEM_SPECTRUM_IMAGE,
              STEM_SCAN_4D,
              STEM_MEASURE_ABERRATIONS,
              STEM_AUTO_FOCUS ->
              new Exposed(x, y, read(state, Channel.FIELD_OF_VIEW), electrons);
          default ->
              new Exposed(
                  x + state.position().x().metres(),
                  y + state.position().y().metres(),
                  0,
                  electrons);
        };
    return exposed.canBe() ? Optional.of(exposed) : Optional.empty();
  }

  /** A negative current would give back dose, a field of metres could not be counted. */
  private boolean canBe() {
    return Math.abs(x) <= GREATEST
        && Math.abs(y) <= GREATEST
        && side >= 0
        && side <= GREATEST
        && electrons >= 0
        && electrons < Double.POSITIVE_INFINITY;
  }

  private static double read(InstrumentState state, Channel channel) {
    return state
        .readback(channel)
        .filter(one -> one.isTrusted(FRESH))
        .map(Readback::value)
        .map(value -> value.canonical())
        .orElse(Double.NaN);
  }
}
