package dev.cantilever.agent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.linalg.NativeLapack;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearAlgebraTest {

  @Test
  void isTheProgramsOwnUnlessAskedOtherwise() {
    LinearAlgebra.choose(Map.of());
    LinearAlgebra.choose(Map.of("CANTILEVER_LINEAR_ALGEBRA", "java"));
    assertThat(NativeLapack.library()).isEmpty();
  }

  @Test
  void aWordThatItDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> LinearAlgebra.choose(Map.of("CANTILEVER_LINEAR_ALGEBRA", "fast")))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessage("CANTILEVER_LINEAR_ALGEBRA is \"fast\"; it may be java or native");
  }
}
