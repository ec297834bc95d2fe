package dev.cantilever.drivers.stem.xray;

import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Element;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the detector counts for each electron and each atom in a square metre: the lines of the
 * element, and Bremsstrahlung after Kramers, Phil. Mag. 46 (1923) 836,
 * doi:10.1080/14786442308565244: dσ/dE = 16π/(3√3) α r₀² Z² / (β² E) up to the energy of the beam.
 */
public final class Emission {

  /** 16π/(3√3) α r₀², m²; CODATA 2018. */
  private static final double KRAMERS = 5.60553e-31;

  private final ElectronBeam beam;
  private final XrayDetector detector;
  private final Map<Element, double[]> known = new EnumMap<>(Element.class);

  /** Of atoms under this beam before this detector. */
  public Emission(ElectronBeam beam, XrayDetector detector) {
    this.beam = beam;
    this.detector = detector;
  }

  /** Channel by channel, m²; not to be changed. */
  double[] squareMetres(Element element) {
    return known.computeIfAbsent(element, this::computed);
  }

  private double[] computed(Element element) {
    double[] spectrum = new double[XrayDetector.CHANNELS];
    for (XrayFamily family : XrayFamily.of(element)) {
      double emitted = family.emissionSquareMetres(beam);
      for (XrayLine line : family.lines()) {
        double energy = line.electronVolts();
        detector.blur(spectrum, energy, emitted * line.share() * detector.efficiency(energy));
      }
    }
    double number = element.number();
    for (int c = 0; c < spectrum.length; c++) {
      double energy = XrayDetector.energy(c);
      if (energy < beam.accelerationVolts()) {
        spectrum[c] +=
            KRAMERS
                * number
                * number
                / (beam.speedSquared() * energy)
                * XrayDetector.CHANNEL_ELECTRON_VOLTS
                * detector.efficiency(energy);
      }
    }
    return spectrum;
  }
}
