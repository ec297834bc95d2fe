package dev.cantilever.drivers.stem.sample;

import java.util.List;

/**
 * A substance as fast electrons see it.
 *
 * @param name what it is called
 * @param constituents its elements, at least one
 * @param plasmonElectronVolts energy of its bulk plasmon Ep
 * @param plasmonWidthElectronVolts width Γ of it, below 2 Ep
 */
public record Material(
    String name,
    List<Constituent> constituents,
    double plasmonElectronVolts,
    double plasmonWidthElectronVolts) {

  /** Plasmon of amorphous carbon: Egerton, EELS in the Electron Microscope, 3rd ed. 2011. */
  public static final Material CARBON =
      new Material("carbon", List.of(new Constituent(Element.C, 1.0e29)), 25, 15);

  public static final Material GOLD =
      new Material("gold", List.of(new Constituent(Element.AU, 5.90e28)), 2.4, 0.5);

  public static final Material SILVER =
      new Material("silver", List.of(new Constituent(Element.AG, 5.86e28)), 3.8, 0.5);

  public static final Material SILICON =
      new Material("silicon", List.of(new Constituent(Element.SI, 5.0e28)), 16.7, 3.5);

  /** Tin-doped indium oxide; the plasmon of its valence electrons. */
  public static final Material DOPED_INDIUM_OXIDE =
      new Material(
          "doped indium oxide",
          List.of(
              new Constituent(Element.IN, 2.8e28),
              new Constituent(Element.SN, 0.25e28),
              new Constituent(Element.O, 4.6e28)),
          17,
          8);

  public Material {
    constituents = List.copyOf(constituents);
    if (constituents.isEmpty()
        || !(plasmonElectronVolts > 0 && plasmonWidthElectronVolts > 0)
        || plasmonWidthElectronVolts >= 2 * plasmonElectronVolts) {
      throw new IllegalArgumentException(
          name + ": needs constituents and a plasmon narrower than twice its energy");
    }
  }

  /**
   * Effective atomic number for inelastic scattering, Σ f Z^1.3 / Σ f Z^0.3 (Egerton, EELS in the
   * Electron Microscope, 3rd ed. 2011, eq. 5.4, doi:10.1007/978-1-4419-9583-4).
   */
  public double effectiveNumber() {
    double above = 0;
    double below = 0;
    for (Constituent c : constituents) {
      double share = c.perCubicMetre() * StrictMath.pow(c.element().number(), 0.3);
      above += share * c.element().number();
      below += share;
    }
    return above / below;
  }

  /** Σ n Z^1.7, what a metre of it scatters into the annular dark field detector, relatively. */
  double darkFieldPerMetre() {
    double sum = 0;
    for (Constituent c : constituents) {
      sum += c.perCubicMetre() * c.element().darkFieldWeight();
    }
    return sum;
  }
}
