package dev.cantilever.drivers.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.List;
import org.junit.jupiter.api.Test;

class RamanTest {

  private static final RamanSettings SETTINGS = RamanSettings.defaults();

  /** 140, 173, 220 cm⁻¹ + 40, 30, 20 x and widths 8, 9, 12 (1 + 4x), at x = 0.1. */
  @Test
  void hardensTheLowestThreeLinesWithTheComposition() {
    List<RamanLine> lines = RamanModes.lines(0.1, 1, 0);
    double[] positions = {144, 176, 222, 262};
    double[] widths = {11.2, 12.6, 16.8, 25.2};
    for (int i = 0; i < 4; i++) {
      assertThat(lines.get(i).perMetre()).isCloseTo(positions[i] * 100, within(1e-9));
      assertThat(lines.get(i).widthPerMetre()).isCloseTo(widths[i] * 100, within(1e-9));
    }
    assertThat(lines).hasSize(15);
  }

  /** −0.02 cm⁻¹/K and 20 K per mW: 5 mW shift every line by −2 cm⁻¹. */
  @Test
  void softensEveryLineAsTheLaserHeats() {
    LibraryTruth truth = LibraryTwin.of(LibrarySettings.defaults(), 1, 1).truth();
    List<RamanLine> cold = truth.lines(5e-3, 0);
    List<RamanLine> hot = truth.lines(5e-3, 5e-3);
    for (int i = 0; i < cold.size(); i++) {
      assertThat(hot.get(i).perMetre() - cold.get(i).perMetre()).isCloseTo(-200, within(1e-9));
    }
  }

  @Test
  void sharesItsLinesAmongThePhases() {
    for (RamanLine line : RamanModes.lines(0.14, 0.25, 0)) {
      double pure =
          RamanModes.lines(0.14, line.phase() == RamanLine.Phase.RHOMBOHEDRAL ? 1 : 0, 0).stream()
              .filter(other -> other.perMetre() == line.perMetre())
              .mapToDouble(RamanLine::height)
              .sum();
      double share = line.phase() == RamanLine.Phase.RHOMBOHEDRAL ? 0.25 : 0.75;
      assertThat(line.height()).isCloseTo(share * pure, within(1e-15));
    }
  }

  /** Height at the top, half of it half a width away. */
  @Test
  void drawsLorentzians() {
    RamanLine line = new RamanLine(RamanLine.Phase.RHOMBOHEDRAL, 14000, 800, 0.6);
    assertThat(line.at(14000)).isEqualTo(0.6);
    assertThat(line.at(14400)).isCloseTo(0.3, within(1e-15));
    assertThat(line.at(13600)).isCloseTo(0.3, within(1e-15));
  }

  /** A film of 150 nm under 1 mW for 60 s: 3000 counts of the strongest line over 900. */
  @Test
  void countsWhatTheLinesAndTheBackgroundAmountTo() {
    List<RamanLine> one = List.of(new RamanLine(RamanLine.Phase.RHOMBOHEDRAL, 40000, 800, 1));
    Spectrometer quiet = new Spectrometer(SETTINGS.withoutNoise(), false, NormalDraws.of(1, "x"));
    double[] counts = quiet.expose(one, 150e-9, 0.06, 60).counts();
    assertThat(counts[300]).isCloseTo(3000 + 900 * (1 - 0.5 * 300 / 650), within(1e-6));
    double[] twice = quiet.expose(one, 300e-9, 0.06, 60).counts();
    assertThat(twice[300] - counts[300]).isCloseTo(3000, within(1e-6));
  }

  /** Variance over mean of 651 bins of about 900 counts: 1 to four deviations of 0.055. */
  @Test
  void hasShotNoise() {
    RamanSettings bare = SETTINGS.withoutNoise();
    Spectrometer quiet = new Spectrometer(bare, false, NormalDraws.of(1, "x"));
    Spectrometer shot = new Spectrometer(bare, true, NormalDraws.of(1, "x"));
    double[] mean = quiet.expose(List.of(), 150e-9, 0.06, 60).counts();
    double[] drawn = shot.expose(List.of(), 150e-9, 0.06, 60).counts();
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      sum += (drawn[i] - mean[i]) * (drawn[i] - mean[i]) / mean[i];
    }
    assertThat(sum / mean.length).isCloseTo(1, within(0.22));
  }

  /** One in 100 s: in 200 exposures of 60 s 120 rays, four deviations of 11. */
  @Test
  void isHitByCosmicRaysOnceInAHundredSeconds() {
    RamanSettings only =
        new RamanSettings(SETTINGS.axis(), SETTINGS.countsPerJoule(), 0, 0.01, 0, 0);
    Spectrometer spectrometer = new Spectrometer(only, false, NormalDraws.of(2, "rays"));
    int hit = 0;
    for (int i = 0; i < 200; i++) {
      double[] counts = spectrometer.expose(List.of(), 150e-9, 0.06, 60).counts();
      for (double value : counts) {
        hit += value >= 500 ? 1 : 0;
      }
    }
    // A spike spills at most half of its charge into the next bin, which then may pass 500 as well.
    assertThat(hit).isBetween(76, 260);
  }
}
