package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.stem.Seeds;
import dev.cantilever.drivers.stem.StemInstrument;
import dev.cantilever.drivers.stem.StemSettings;
import dev.cantilever.drivers.stem.StemTwin;
import dev.cantilever.drivers.stem.energyloss.EnergyAxis;
import dev.cantilever.drivers.stem.energyloss.Loss;
import dev.cantilever.drivers.stem.energyloss.MeanFreePath;
import dev.cantilever.drivers.stem.energyloss.PlasmonShape;
import dev.cantilever.drivers.stem.energyloss.PluralScattering;
import dev.cantilever.drivers.stem.energyloss.ZeroLoss;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.Coefficient;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Lens;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.optics.ProbeGrid;
import dev.cantilever.drivers.stem.optics.ProbeWidths;
import dev.cantilever.drivers.stem.optics.Smear;
import dev.cantilever.drivers.stem.sample.Scenes;
import dev.cantilever.tests.figures.Figures;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The electron microscope's twin against exact relations and numbers computed by others. */
class BeamPhysicsTest {

  /** Kilovolts; wavelength in pm, (v/c)², σ in rad/(V µm) from the constants of CODATA 2018. */
  private static final double[][] ELECTRONS = {
    {60, 4.866060, 0.1991164, 11.356905},
    {80, 4.175716, 0.2524046, 10.087066},
    {200, 2.507934, 0.4834622, 7.288401},
    {300, 1.968749, 0.6029918, 6.526161}
  };

  @Test
  void electronsHaveTheConstantsOfRelativity() {
    double worst = 0;
    for (double[] row : ELECTRONS) {
      ElectronBeam beam = new ElectronBeam(row[0] * 1e3);
      worst = Math.max(worst, off(beam.wavelengthMetres() * 1e12, row[1]));
      worst = Math.max(worst, off(beam.speedSquared(), row[2]));
      worst = Math.max(worst, off(beam.interactionRadiansPerVoltMetre() * 1e-6, row[3]));
    }
    Figures.atMost(
        "door-3g",
        "wavelength, speed and interaction of electrons, 4 voltages",
        100 * worst,
        "%",
        0.01,
        "-");
    assertThat(worst).isLessThan(1e-4);
  }

  /**
   * The difference of two frames has the variance of their sum's mean, whatever they show. 65,536
   * pixels give that ratio to 0.006.
   */
  @Test
  void countsFollowPoissonsLaw() {
    StemTwin twin = twin(256);
    double[] one = twin.scan(1).getFirst().image().values();
    double[] two = twin.scan(1).getFirst().image().values();
    double mean = Arrays.stream(one).sum() + Arrays.stream(two).sum();
    double square = 0;
    for (int i = 0; i < one.length; i++) {
      square += (one[i] - two[i]) * (one[i] - two[i]);
    }
    double away = Math.abs(square / mean - 1);
    Figures.atMost("door-3h", "variance over mean of counts, from 1", away, "1", 0.02, "3");
    assertThat(away).isLessThan(0.02);
  }

  /** Dose map and current times time over the charge of an electron. */
  @Test
  void theDoseIsCurrentTimesTime() {
    StemTwin twin = twin(64);
    twin.scan(3);
    double expected = 50e-12 * 3 * 64 * 64 * 100e-6 / 1.602176634e-19;
    double away = off(twin.truth().electrons(), expected);
    Figures.atMost(
        "door-3i", "electrons on the specimen against I t/e", 100 * away, "%", 1e-6, "3");
    assertThat(away).isLessThan(1e-8);
  }

  private static StemTwin twin(int pixels) {
    return new StemTwin(
        Scenes.molybdenumDisulphide(1),
        StemInstrument.ideal(),
        StemSettings.at(80e3, 4e-9).withRaster(Raster.square(pixels, 100e-6)),
        Seeds.of(3));
  }

  /** ln(total / zero loss) = t/λ, with the mean free path of the published formula. */
  @Test
  void energyLossesTellTheThickness() {
    EnergyAxis axis = new EnergyAxis(-10, 0.1, 1200);
    double worst = 0;
    for (double thickness : new double[] {0.05, 0.3, 1, 2.5}) {
      double[] spectrum =
          new PluralScattering(axis, ZeroLoss.typical())
              .expected(List.of(new Loss(new PlasmonShape(15.0, 0.6), thickness)), 1e8, 0);
      double zeroLoss = 0;
      for (int c = 0; c < spectrum.length; c++) {
        zeroLoss += Math.abs(axis.energy(c)) < 5 ? spectrum[c] : 0;
      }
      double told = StrictMath.log(Arrays.stream(spectrum).sum() / zeroLoss);
      worst = Math.max(worst, off(told, thickness));
    }
    Figures.atMost(
        "door-3j", "ln(total / zero loss) against t/λ, 0.05 to 2.5", 100 * worst, "%", 1, "-");
    assertThat(worst).isLessThan(0.01);
    double paths = 0;
    for (double[] row : new double[][] {{60e3, 53.81138}, {200e3, 106.23396}, {300e3, 124.65216}}) {
      double path = MeanFreePath.metres(new ElectronBeam(row[0]), 0.030, 13);
      paths = Math.max(paths, off(path * 1e9, row[1]));
    }
    Figures.atMost(
        "door-3k",
        "inelastic mean free paths of aluminium, 60 to 300 kV",
        100 * paths,
        "%",
        0.01,
        "-");
    assertThat(paths).isLessThan(1e-4);
  }

  /** Diameters in pm that hold 59 % at 30 mrad, from an independent wave-optical computation. */
  @Tag("long")
  @Test
  void aberratedProbesHaveTheWidthsOfAnIndependentComputation() {
    double[][] widths = {
      {200e3, 51, 203, 417, 215, 436, 124, 95, 51}, {60e3, 100, 220, 405, 228, 429, 146, 113, 100}
    };
    Coefficient[] which = {
      Coefficient.C1,
      Coefficient.C1,
      Coefficient.C1,
      Coefficient.A1,
      Coefficient.A1,
      Coefficient.B2,
      Coefficient.A2,
      Coefficient.C3
    };
    double[] metres = {0, 5e-9, 10e-9, 5e-9, 10e-9, 100e-9, 100e-9, 1e-6};
    double worst = 0;
    for (double[] row : widths) {
      for (int i = 0; i < which.length; i++) {
        Aberrations blur = Aberrations.none().with(which[i], metres[i], 0);
        Probe probe =
            Probe.onGrid(
                new ElectronBeam(row[0]),
                new Lens(0.030, 0, 0, 0),
                blur,
                Smear.NONE,
                new ProbeGrid(1024, 5e-12));
        double d59 = ProbeWidths.of(probe).d59Metres() * 1e12;
        worst = Math.max(worst, off(d59, row[i + 1]));
      }
    }
    Figures.lastingAtMost(
        "door-3l", "diameters of aberrated probes, 16 cases", 100 * worst, "%", 3, "-");
    assertThat(worst).isLessThan(0.03);
  }

  private static double off(double found, double wanted) {
    return Math.abs(found / wanted - 1);
  }
}
