package dev.cantilever.numerics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.vocabulary.reading.Series;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {

  static Stream<JsonNode> cases() {
    return Reference.casesWithKnownKernel("kernels.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void covariancesAreThoseOfTheReference(JsonNode one) {
    Points x = Reference.points(one.get("X"));
    Points z = Reference.points(one.get("Z"));
    Kernel kernel = Reference.kernel(one);
    assertClose(kernel.covariance(x, z), Reference.matrix(one.get("K")));
    assertClose(kernel.covariance(x, x), Reference.matrix(one.get("K_XX")));
  }

  private static void assertClose(double[][] found, double[][] expected) {
    assertThat(found.length).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).containsExactly(expected[i], within(1e-9));
    }
  }

  @Test
  void hyperparametersThatAreNotPositiveAreRefused() {
    assertThatThrownBy(() -> new Kernel(KernelFamily.RBF, 1, Series.of(1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Kernel(KernelFamily.RBF, Double.NaN, Series.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
