package dev.cantilever.numerics.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.monitor.BoundWarnings.Diagnostics;
import dev.cantilever.numerics.monitor.BoundWarnings.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundWarningsTest {

  private static Diagnostics at(String... names) {
    return new Diagnostics(List.of(names), 0, 0, 100);
  }

  @Test
  void boundHeldLongEnoughIsReportedWithItsSteps() {
    List<Diagnostics> steps =
        List.of(
            at("noise variance"),
            at("noise variance", "lengthscale 1"),
            at("lengthscale 1"),
            at("noise variance", "lengthscale 1"),
            at("noise variance"),
            at("noise variance"));
    List<Warning> warnings = BoundWarnings.standard().in(steps);
    assertThat(warnings)
        .containsExactly(
            new Warning.AtBound("lengthscale 1", 2, 4),
            new Warning.AtBound("noise variance", 4, 6));
    assertThat(warnings.getFirst().text())
        .isEqualTo(
            "steps 2 to 4: the lengthscale 1 sits at a bound: there the bound decides and not the"
                + " data; widen it or change the prior");
    assertThat(new BoundWarnings(4, 0).in(steps)).isEmpty();
  }

  @Test
  void everyJitterIsReportedByRunsWithItsLargest() {
    List<Diagnostics> steps =
        List.of(
            new Diagnostics(List.of(), 1e-8, 0, 100),
            new Diagnostics(List.of(), 1e-6, 0, 100),
            at(),
            new Diagnostics(List.of(), 1e-7, 0, 100));
    assertThat(BoundWarnings.standard().in(steps))
        .containsExactly(new Warning.Jitter(1e-6, 1, 2), new Warning.Jitter(1e-7, 4, 4));
  }

  @Test
  void clippingIsReportedAboveItsShareOnly() {
    List<Diagnostics> steps =
        List.of(
            new Diagnostics(List.of(), 0, 1, 100),
            new Diagnostics(List.of(), 0, 2, 100),
            new Diagnostics(List.of(), 0, 50, 100),
            new Diagnostics(List.of(), 0, 0, 0));
    List<Warning> warnings = BoundWarnings.standard().in(steps);
    assertThat(warnings).containsExactly(new Warning.Clipped(0.5, 2, 3));
    assertThat(warnings.getFirst().text()).contains("steps 2 to 3", "0.5");
  }

  @Test
  void soundCampaignHasNoWarnings() {
    assertThat(BoundWarnings.standard().in(List.of(at(), at(), at()))).isEmpty();
    assertThat(BoundWarnings.standard().in(List.of())).isEmpty();
  }

  @Test
  void impossibleDiagnosticsAreRefused() {
    assertThatThrownBy(() -> new Diagnostics(List.of(), Double.NaN, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("jitter is NaN");
    assertThatThrownBy(() -> new Diagnostics(List.of(), 0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("number of clipped variances is 2; it must lie in [0, 1]");
    assertThatThrownBy(() -> new BoundWarnings(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
