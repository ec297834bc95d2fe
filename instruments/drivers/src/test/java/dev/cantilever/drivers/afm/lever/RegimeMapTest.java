package dev.cantilever.drivers.afm.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which branches exist, and how hard they press: the map of an independent program for E* = 70 GPa
 * and R = 10 nm, with its peak forces at a setpoint ratio of 0.8.
 */
class RegimeMapTest {

  /** A slow approach stays attractive down to this amplitude ratio, or to 0.3 and below. */
  @ParameterizedTest
  @CsvSource({
    "40, 5, 0, 0.3",
    "40, 10, 0.90, 0.95",
    "40, 20, 0.96, 1",
    "2, 5, 0, 0.3",
    "2, 20, 0, 0.3",
    "2, 40, 0.90, 0.95"
  })
  void losesAttraction(double spring, double free, double noMore, double still) {
    Probe probe = spring == 40 ? Probe.stiff() : Probe.soft();
    TappingLever lever = Levers.free(probe, free * 1e-9, probe.timeConstantSeconds() / 15);
    double rest = 1.1 * free * 1e-9;
    while (lever.amplitudeMetres() > 0.3 * free * 1e-9 && lever.virialJoules() >= 0) {
      rest -= 2e-5 * free * 1e-9;
      lever.step(Levers.ELASTIC, rest);
    }
    double ratio = lever.amplitudeMetres() / (free * 1e-9);
    assertThat(ratio).isBetween(noMore, still);
  }

  /** 9, 25 and 50 nN are quoted to one or two digits. */
  @ParameterizedTest
  @CsvSource({"5, 9, 0.5", "20, 25, 1", "40, 50, 1"})
  void pressesOnTheRepulsiveBranch(double free, double nanonewtons, double tolerance) {
    TappingLever lever = Levers.free(Probe.stiff(), free * 1e-9, 20e-6);
    double rest = 0.5 * free * 1e-9;
    Levers.settle(lever, Levers.ELASTIC, rest, 4000);
    while (lever.amplitudeMetres() < 0.8 * free * 1e-9) {
      rest += 1e-4 * free * 1e-9;
      Levers.settle(lever, Levers.ELASTIC, rest, 20);
    }
    assertThat(lever.virialJoules()).isNegative();
    double force = Levers.ELASTIC.newtons(lever.gapMetres()) * 1e9;
    assertThat(force).isCloseTo(nanonewtons, within(tolerance));
  }

  /** Attraction pulls with 0.5 to 2 nN. */
  @ParameterizedTest
  @CsvSource({"40, 5", "2, 10", "2, 20"})
  void pullsOnTheAttractiveBranch(double spring, double free) {
    Probe probe = spring == 40 ? Probe.stiff() : Probe.soft();
    TappingLever lever = Levers.free(probe, free * 1e-9, 20e-6);
    double rest = 1.1 * free * 1e-9;
    while (lever.amplitudeMetres() > 0.8 * free * 1e-9) {
      rest -= 1e-4 * free * 1e-9;
      Levers.settle(lever, Levers.ELASTIC, rest, 10);
    }
    assertThat(lever.virialJoules()).isPositive();
    double force = Levers.ELASTIC.newtons(lever.gapMetres()) * 1e9;
    assertThat(force).isBetween(-2.0, -0.45);
  }
}
