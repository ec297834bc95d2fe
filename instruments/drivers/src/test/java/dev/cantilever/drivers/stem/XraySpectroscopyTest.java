package dev.cantilever.drivers.stem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Scene;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.drivers.stem.xray.XrayDetector;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XraySpectroscopyTest {

  private static final Energy DISPERSION = new Energy(0.1 * 1.602176634e-19);
  private static final Energy OFFSET = new Energy(-10 * 1.602176634e-19);

  @TempDir private Path folder;

  private static StemTwin twin(Scene scene, double kilovolts, double field) {
    return new StemTwin(
        scene, StemInstrument.ideal(), StemSettings.at(kilovolts * 1e3, field), Seeds.of(4));
  }

  /**
   * Ti Kα + Kβ of 20 nm of SrTiO₃ at 200 kV, by hand: 5.658e-26 m² · ω 0.2185 · 0.7/4π · 51 Ti
   * atoms in 0.3905² nm² · 50 pA · 82 s / e, over ten cells each way.
   */
  @Test
  void countsAreCrossSectionTimesYieldTimesAtomsTimesElectrons() {
    StemTwin twin = twin(Scenes.strontiumTitanate(1), 200, 3.905e-9);
    double expected =
        5.658295e-26
            * 0.2185
            * 0.7
            / (4 * Math.PI)
            * 51
            / (0.3905e-9 * 0.3905e-9)
            * ElectronBeam.electrons(50e-12, 64 * 64 * 0.02);
    double counted = 0;
    for (char[] place : twin.xrayImage(Raster.square(64, 0.02)).counts()) {
      // without the background beside the lines, which stand from 4.3 to 5.15 keV
      counted += sum(place, 430, 515) - sum(place, 370, 412) - sum(place, 530, 573);
    }
    System.out.printf("x-rays: %s counts of Ti K, expected %s%n", counted, expected);
    assertThat(counted).isCloseTo(expected, within(0.05 * expected));
  }

  private static double sum(char[] counts, int first, int end) {
    double sum = 0;
    for (int c = first; c < end; c++) {
      sum += counts[c];
    }
    return sum;
  }

  /** A gold particle shows gold, the film beside it does not. */
  @Test
  void spectraTellGoldFromCarbon() {
    StemTwin twin = twin(Scenes.goldParticles(1), 200, 300e-9);
    double[] thickness = twin.truth().field("inelastic thickness").values();
    int on = 0;
    int off = 0;
    for (int i = 0; i < thickness.length; i++) {
      on = thickness[i] > thickness[on] ? i : on;
      off = thickness[i] < thickness[off] ? i : off;
    }
    assertThat(gold(twin, on)).isGreaterThan(20 * gold(twin, off));
    assertThat(carbon(twin, off)).isGreaterThan(30);
  }

  private static double gold(StemTwin twin, int pixel) {
    return 1 + Arrays.stream(at(twin, pixel), 205, 220).sum();
  }

  private static double carbon(StemTwin twin, int pixel) {
    return Arrays.stream(at(twin, pixel), 24, 32).sum();
  }

  private static double[] at(StemTwin twin, int pixel) {
    int row = pixel / 128;
    return twin.xraySpectrum((pixel % 128 + 0.5) / 128, (row + 0.5) / 128, 10);
  }

  /** Behind the gate: channels in eV, dose of the spot, and refusals. */
  @Test
  void asACommandASpectrumHasItsEnergiesAndItsDose() {
    try (StemBench bench = new StemBench(folder, "strontium_titanate", "200")) {
      Reading.Curves curves =
          (Reading.Curves)
              bench.read(
                  new StemCommand.AcquireSpectrum(
                      new TimeSpan(20), DISPERSION, OFFSET, StemCommand.Spectroscopy.EDS));
      Spectrum spectrum = curves.spectra().getFirst();
      assertThat(spectrum.sweep().unit()).isEqualTo("eV");
      assertThat(spectrum.sweep().values().size()).isEqualTo(XrayDetector.CHANNELS);
      assertThat(spectrum.sweep().values().get(0)).isEqualTo(5);
      assertThat(spectrum.sweep().values().get(1999)).isEqualTo(19_995);
      Exposed dose = bench.exposed.getFirst();
      assertThat(dose.side()).isZero();
      assertThat(dose.electrons()).isCloseTo(20 * 50e-12 / 1.602176634e-19, within(1.0));
      assertThat(
              bench.refusal(
                  new StemCommand.AcquireSpectrum(
                      new TimeSpan(1), new Energy(1e-19), OFFSET, StemCommand.Spectroscopy.EDS)))
          .contains("leave dispersion and offset out");
    }
  }

  /** Nothing is told of the specimen: the lines are found in the counts. */
  @Test
  void mapsShowTheColumnsOfTheElementsThatWereFound() {
    try (StemBench bench = new StemBench(folder, "strontium_titanate", "200")) {
      bench.read(new StemCommand.SetFieldOfView(new Length(1e-9)));
      Reading.Scan scan =
          (Reading.Scan)
              bench.read(
                  new StemCommand.SpectrumImage(
                      16, new TimeSpan(0.1), StemCommand.Spectroscopy.EDS));
      List<String> channels = scan.frames().stream().map(Frame::channel).toList();
      System.out.println("x-ray maps: " + channels);
      assertThat(channels).contains("X-rays", "Sr Lα", "Ti Kα", "O Kα");
      assertThat(channels).doesNotContain("C Kα", "Fe Kα", "Mo Lα", "Au Mα");
      double[] strontium = values(scan, "Sr Lα");
      double[] titanium = values(scan, "Ti Kα");
      assertThat(correlation(strontium, titanium)).isLessThan(-0.05);
      assertThat(bench.exposed.getFirst().side()).isEqualTo(1e-9);
    }
  }

  @Test
  void dosesCount() {
    StemTwin twin = twin(Scenes.molybdenumDisulphide(1), 80, 4e-9);
    twin.xraySpectrum(0.5, 0.5, 2);
    twin.xrayImage(Raster.square(8, 1e-3));
    double expected = ElectronBeam.electrons(50e-12, 2 + 64e-3);
    assertThat(twin.truth().electrons()).isCloseTo(expected, within(1e-9 * expected));
  }

  private static double[] values(Reading.Scan scan, String channel) {
    return scan.frames().stream()
        .filter(frame -> frame.channel().equals(channel))
        .findFirst()
        .orElseThrow()
        .values()
        .toArray();
  }

  private static double correlation(double[] one, double[] other) {
    double a = Arrays.stream(one).average().orElseThrow();
    double b = Arrays.stream(other).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < one.length; i++) {
      ab += (one[i] - a) * (other[i] - b);
      aa += (one[i] - a) * (one[i] - a);
      bb += (other[i] - b) * (other[i] - b);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
