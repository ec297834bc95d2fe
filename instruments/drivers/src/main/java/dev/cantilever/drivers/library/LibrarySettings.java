package dev.cantilever.drivers.library;

import dev.cantilever.drivers.twin.Require;

/** What is chosen about the library; the defaults make a plausible one. */
public record LibrarySettings(
    Spread spread, PhaseBoundary boundary, RamanSettings raman, PfmNoise pfm) {

  public static LibrarySettings defaults() {
    return new LibrarySettings(
        new Spread(10e-3, 8e-3, 0, 0.20, 0.003),
        new PhaseBoundary(0.14, 0.012),
        RamanSettings.defaults(),
        new PfmNoise(0.03, 0.5e-12, 0.05, 5));
  }

  /** The same instruments without noise. */
  public LibrarySettings withoutNoise() {
    return new LibrarySettings(spread, boundary, raman.withoutNoise(), new PfmNoise(0, 0, 0, 5));
  }

  /**
   * The spread of composition and thickness: x runs from one end of u to the other along a straight
   * line and a smooth error, the thickness from 50 nm to 300 nm along v.
   *
   * @param lengthMetres along u
   * @param widthMetres along v
   * @param errorOfX greatest departure of x from the straight line
   */
  public record Spread(
      double lengthMetres, double widthMetres, double firstX, double lastX, double errorOfX) {

    static final double THINNEST_METRES = 50e-9;
    static final double THICKEST_METRES = 300e-9;

    public Spread {
      Require.inside("length in metres", lengthMetres, 1e-4, 1);
      Require.inside("width in metres", widthMetres, 1e-4, 1);
      Require.inside("composition at the start", firstX, 0, 0.3);
      Require.inside("composition at the end", lastX, 0, 0.3);
      Require.inside("error of the composition", errorOfX, 0, 0.05);
    }

    /** x if the spread were exact. */
    public double nominal(double uMetres) {
      return firstX + (lastX - firstX) * uMetres / lengthMetres;
    }

    double thicknessMetres(double vMetres) {
      return THINNEST_METRES + (THICKEST_METRES - THINNEST_METRES) * vMetres / widthMetres;
    }
  }

  /**
   * Share of the rhombohedral phase, f = 1/(1 + exp((x − xb)/w)). Near 0.14 in films: Fujino et
   * al., Appl. Phys. Lett. 92 (2008) 202904, doi:10.1063/1.2931706.
   *
   * @param x xb
   * @param width w
   */
  public record PhaseBoundary(double x, double width) {

    public PhaseBoundary {
      Require.inside("boundary composition", x, 0, 0.3);
      Require.inside("width of the boundary", width, 1e-4, 0.1);
    }

    public double rhombohedral(double composition) {
      return 1 / (1 + StrictMath.exp((composition - x) / width));
    }
  }

  /**
   * Errors of piezoresponse.
   *
   * @param relative of each loop, a common factor
   * @param metresPerVolt of each step of a loop
   * @param voltsOfCoercive of the bias axis
   * @param seconds time of one measurement
   */
  public record PfmNoise(
      double relative, double metresPerVolt, double voltsOfCoercive, double seconds) {

    public PfmNoise {
      Require.notNegative("relative error of piezoresponse", relative);
      Require.notNegative("error of a step in m/V", metresPerVolt);
      Require.notNegative("error of the bias in volts", voltsOfCoercive);
      Require.positive("time of a measurement in seconds", seconds);
    }
  }
}
