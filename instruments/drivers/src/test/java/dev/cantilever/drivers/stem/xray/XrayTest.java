package dev.cantilever.drivers.stem.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Element;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XrayTest {

  private static final XrayDetector DETECTOR = XrayDetector.typical();

  /**
   * Mean of Kα1 and Kα2 of manganese; the others by √(56.3² + 8 ln 2 · 3.65 · 0.115 E) in numpy.
   */
  @ParameterizedTest
  @CsvSource({"5895, 129.96", "277, 61.76", "1740, 84.97", "8048, 147.99"})
  void linesAreAsWideAsTheFanoLimitAndTheElectronicsMakeThem(double energy, double width) {
    assertThat(DETECTOR.widthElectronVolts(energy)).isCloseTo(width, within(0.02));
  }

  @Test
  void aLineKeepsItsCountsItsPlaceAndItsWidth() {
    double[] spectrum = new double[XrayDetector.CHANNELS];
    DETECTOR.blur(spectrum, 5895, 1000);
    double sum = 0;
    double mean = 0;
    double square = 0;
    for (int c = 0; c < spectrum.length; c++) {
      sum += spectrum[c];
      mean += spectrum[c] * XrayDetector.energy(c);
      square += spectrum[c] * XrayDetector.energy(c) * XrayDetector.energy(c);
    }
    mean /= sum;
    double width = 2.3548200450309493 * Math.sqrt(square / sum - mean * mean);
    assertThat(sum).isCloseTo(1000, within(0.01));
    assertThat(mean).isCloseTo(5895, within(0.01));
    assertThat(width).isCloseTo(130, within(0.1));
  }

  /** By the same formula in Python with the constants of CODATA 2018, m². */
  @ParameterizedTest
  @CsvSource({
    "K, 200e3, 4966, 5.658295e-26",
    "L, 60e3, 2520, 6.446188e-25",
    "K, 60e3, 20000, 6.058830e-27",
    "K, 100e3, 7112, 4.305624e-26",
    "K, 60e3, 90524, 0"
  })
  void shellsAreEmptiedAsBetheSays(Shell shell, double volts, double edge, double expected) {
    assertThat(shell.ionizationSquareMetres(new ElectronBeam(volts), edge))
        .isCloseTo(expected, within(3e-4 * expected));
  }

  /**
   * Measured and evaluated yields of Krause, J. Phys. Chem. Ref. Data 8 (1979) 307,
   * doi:10.1063/1.555594, K and L3; ω of M of gold after Hubbell (1994).
   */
  @ParameterizedTest
  @CsvSource({
    "K, 16, 0.078, 0.05",
    "K, 22, 0.214, 0.05",
    "K, 26, 0.340, 0.05",
    "K, 42, 0.765, 0.05",
    "L, 42, 0.037, 0.25",
    "L, 47, 0.052, 0.25",
    "L, 79, 0.320, 0.25",
    "M, 79, 0.0245, 0.05"
  })
  void shellsAreFilledWithTheYieldsOfTheTables(Shell shell, int z, double known, double part) {
    assertThat(shell.fluorescence(z)).isCloseTo(known, within(part * known));
  }

  /** Energies of the lines that everybody knows, eV, by Bearden (1967). */
  @ParameterizedTest
  @CsvSource({
    "C_K, 277.0",
    "O_K, 524.9",
    "SI_K, 1739.98",
    "S_K, 2307.84",
    "TI_K, 4510.84",
    "MN_K, 5898.75",
    "FE_K, 6403.84",
    "SR_L, 1806.56",
    "MO_L, 2293.16",
    "MO_K, 17479.34",
    "AG_L, 2984.31",
    "W_M, 1775.4",
    "AU_L, 9713.3",
    "AU_M, 2122.9",
    "BI_M, 2422.6"
  })
  void linesStandWhereTheTablesHaveThem(XrayFamily family, double energy) {
    assertThat(family.mainElectronVolts()).isCloseTo(energy, within(0.1));
    assertThat(family.lines().stream().mapToDouble(XrayLine::share).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void everyElementShinesBelowTwentyKiloelectronvolts() {
    for (Element element : Element.values()) {
      assertThat(XrayFamily.of(element)).as(element.symbol()).isNotEmpty();
      assertThat(XrayFamily.of(element)).allMatch(one -> one.mainElectronVolts() < 20e3);
    }
  }

  /** Between the lines: Z²/(β² E) of Kramers, and nothing above the energy of the beam. */
  @Test
  void theBackgroundIsThatOfKramers() {
    double[] spectrum = new Emission(new ElectronBeam(60e3), DETECTOR).squareMetres(Element.C);
    // 5.605533e-31 · 36 / (0.1991164 · 10005) · 10 · 0.7 / 4π · (1 − exp(−(15500/10005)³))
    double expected =
        5.605533e-31
            * 36
            / (0.1991164 * 10005)
            * 10
            * 0.7
            / (4 * Math.PI)
            * (1 - Math.exp(-Math.pow(15500 / 10005.0, 3)));
    assertThat(spectrum[1000]).isCloseTo(expected, within(1e-4 * expected));
    double[] slow = new Emission(new ElectronBeam(15e3), DETECTOR).squareMetres(Element.C);
    assertThat(Arrays.stream(slow, 1500, 2000).sum()).isZero();
    assertThat(slow[1499]).isPositive();
  }

  @Test
  void theDetectorIsBlindToTheSoftestAndLetsTheHardestThrough() {
    double all = 0.7 / (4 * Math.PI);
    assertThat(DETECTOR.efficiency(50)).isLessThan(1e-6 * all);
    assertThat(DETECTOR.efficiency(277)).isBetween(0.6 * all, 0.9 * all);
    assertThat(DETECTOR.efficiency(4000)).isBetween(0.99 * all, all);
    assertThat(DETECTOR.efficiency(20000)).isBetween(0.3 * all, 0.5 * all);
  }

  @Test
  void countsArePoissonNumbers() {
    double[] expected = new double[XrayDetector.CHANNELS];
    Arrays.fill(expected, 40);
    double[] counts = DETECTOR.count(expected, Variates.of(3, "x-ray detector"));
    double mean = Arrays.stream(counts).average().orElseThrow();
    double variance =
        Arrays.stream(counts).map(n -> (n - mean) * (n - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(40, within(5 * Math.sqrt(40.0 / 2000)));
    assertThat(variance / mean).isCloseTo(1, within(5 * Math.sqrt(2.0 / 2000)));
  }
}
