package dev.cantilever.drivers.stem.optics;

/**
 * Electrons of one energy. Constants: CODATA 2018.
 *
 * @param accelerationVolts 1 kV to 1 MV
 */
public record ElectronBeam(double accelerationVolts) {

  /** Charge of the electron, C. */
  public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

  /** Rest energy of the electron, eV. */
  public static final double REST_ELECTRON_VOLTS = 510_998.95;

  /** h / √(2 m e), m·V^½. */
  private static final double NON_RELATIVISTIC = 12.2643e-10;

  /** e / (2 m c²), 1/V. */
  private static final double RELATIVISTIC = 0.978476e-6;

  public ElectronBeam {
    if (!(accelerationVolts >= 1e3 && accelerationVolts <= 1e6)) {
      throw new IllegalArgumentException(
          "acceleration: %s V is outside [1e3, 1e6] V".formatted(accelerationVolts));
    }
  }

  /**
   * λ = 12.2643e-10 m·V^½ / √(E (1 + 0.978476e-6 E)) (Reimer and Kohl, Transmission Electron
   * Microscopy, 5th ed. 2008, eq. 2.12, doi:10.1007/978-0-387-40093-8).
   */
  public double wavelengthMetres() {
    double volts = accelerationVolts;
    return NON_RELATIVISTIC / Math.sqrt(volts * (1 + RELATIVISTIC * volts));
  }

  /** β² = v²/c². */
  public double speedSquared() {
    double gamma = 1 + accelerationVolts / REST_ELECTRON_VOLTS;
    return 1 - 1 / (gamma * gamma);
  }

  /**
   * σ: the phase in radians that one volt·metre of projected potential adds, (2π / λE) (mc² + E) /
   * (2mc² + E) (Kirkland, Advanced Computing in Electron Microscopy, 2nd ed. 2010, eq. 5.6,
   * doi:10.1007/978-1-4419-6533-2).
   */
  public double interactionRadiansPerVoltMetre() {
    double volts = accelerationVolts;
    double ratio = (REST_ELECTRON_VOLTS + volts) / (2 * REST_ELECTRON_VOLTS + volts);
    return 2 * Math.PI / (wavelengthMetres() * volts) * ratio;
  }

  /** How many electrons this current carries in this time. */
  public static double electrons(double amperes, double seconds) {
    return amperes * seconds / ELEMENTARY_CHARGE;
  }
}
