package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.space.Axis.Component;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {

  private static Blend blend(double... limits) {
    List<Component> components =
        List.of(
            new Component("A", limits[0], limits[1]),
            new Component("B", limits[2], limits[3]),
            new Component("C", limits[4], limits[5]));
    return Blend.of(new Axis.Mixture("m", components), 0);
  }

  @Test
  void limitsAreDrawnInToWhatTheOthersLeave() {
    Blend blend = blend(0, 1, 0.5, 1, 0, 0.25);
    assertThat(blend.lower()).containsExactly(0, 0.5, 0);
    assertThat(blend.upper()).containsExactly(0.5, 1, 0.25);
    Blend high = blend(0, 0.25, 0, 0.5, 0, 1);
    assertThat(high.lower()).containsExactly(0, 0, 0.25);
  }

  @Test
  void whatRoundingLeavesGoesToComponentsWithRoom() {
    double[] fractions = {0.25, 0.5, 0.25 - 5e-10};
    blend(0, 0.25, 0, 0.5, 0, 1).complete(fractions);
    assertThat(fractions).containsExactly(0.25, 0.5, 0.25);
  }

  @Test
  void fractionsThatAreNoMixtureAreLeftAlone() {
    double[] fractions = {0.25, 0.5, 0.3};
    blend(0, 1, 0, 1, 0, 1).complete(fractions);
    assertThat(fractions).containsExactly(0.25, 0.5, 0.3);
  }
}
