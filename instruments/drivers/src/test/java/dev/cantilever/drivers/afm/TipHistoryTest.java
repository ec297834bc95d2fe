package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.TipShape;
import dev.cantilever.drivers.twin.NormalDraws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TipHistoryTest {

  private static final double FRESH = 10e-9;

  /** A frame of 1 µm has 512 µm of way: about 0.1 nm at 25 nN, about 5 nm at 1 µN. */
  @ParameterizedTest
  @CsvSource({"25e-9, 0.1024e-9", "1e-6, 5.0944e-9", "5e-9, 0", "-2e-9, 0"})
  void wearsWithForceAndWay(double newtons, double wear) {
    TipHistory history = history(1);
    for (int i = 0; i < 512; i++) {
      history.bear(newtons, false, 1e-5, 1e-6);
    }
    assertThat(history.tip().shape().radiusMetres() - FRESH).isCloseTo(wear, within(1e-16));
    assertThat(history.crashes()).isZero();
  }

  @Test
  void crashesOncePerLongPress() {
    TipHistory history = history(1);
    press(history, 1.5e-6, 90);
    assertThat(history.crashes()).isZero();
    press(history, 0.5e-6, 1);
    press(history, 1.5e-6, 500);
    assertThat(history.crashes()).isEqualTo(1);
    assertThat(history.tip().shape().radiusMetres() - FRESH).isBetween(30e-9, 80e-9);
    press(history, 0, 1);
    press(history, 1.5e-6, 500);
    assertThat(history.crashes()).isEqualTo(2);
  }

  /** With no way to retreat any contact is a crash. */
  @Test
  void crashesWhereTheScannerCannotRetreat() {
    TipHistory history = history(1);
    for (int i = 0; i < 200; i++) {
      history.bear(20e-9, true, 1e-5, 0);
    }
    assertThat(history.crashes()).isEqualTo(1);
  }

  /** Of 2000 crashes 600 ± 4 · 20.5 split the tip. */
  @Test
  void splitsThreeTimesInTen() {
    int split = 0;
    for (int seed = 0; seed < 2000; seed++) {
      TipHistory history = history(seed);
      press(history, 2e-6, 200);
      TipState tip = history.tip();
      if (tip.second().isPresent()) {
        split++;
        TipState.SecondApex second = tip.second().orElseThrow();
        double away = Math.hypot(second.xMetres(), second.yMetres());
        assertThat(away).isBetween(20e-9, 100e-9);
        assertThat(second.shorterMetres()).isBetween(0.0, 5e-9);
      }
    }
    assertThat(split).isBetween(518, 682);
  }

  @Test
  void isForgottenWithANewTip() {
    TipHistory history = history(7);
    press(history, 2e-6, 200);
    history.exchange(TipShape.etched(8e-9));
    assertThat(history.tip()).isEqualTo(TipState.fresh(TipShape.etched(8e-9)));
    assertThat(history.crashes()).isEqualTo(1);
  }

  private static TipHistory history(long seed) {
    return new TipHistory(TipShape.etched(FRESH), 0.3, NormalDraws.of(seed, "tip"));
  }

  private static void press(TipHistory history, double newtons, int hundredthsOfMilliseconds) {
    for (int i = 0; i < hundredthsOfMilliseconds; i++) {
      history.bear(newtons, false, 1e-5, 0);
    }
  }
}
