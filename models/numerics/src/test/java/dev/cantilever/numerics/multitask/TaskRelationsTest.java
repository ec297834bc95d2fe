package dev.cantilever.numerics.multitask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskRelationsTest {

  private static final Kernel TEMPLATE =
      new MultiTaskModel.Intrinsic(KernelFamily.RBF, 2, 2, 1).template();

  /** Lengthscales, the column of W, and v. */
  private static Kernel kernel(double first, double second) {
    return TEMPLATE.with(new double[] {0.3, 0.7, first, second, 0.36, 0.19});
  }

  @Test
  void covarianceIsThatOfWeightsAndOwnVariances() {
    TaskRelations relations = TaskRelations.of(List.of(kernel(0.8, -0.9)), 2, 2);
    // by hand: 0.64 + 0.36, −0.72, 0.81 + 0.19
    assertThat(relations.covariance().get(0).toArray())
        .containsExactly(new double[] {1, -0.72}, within(1e-15));
    assertThat(relations.covariance().get(1).toArray())
        .containsExactly(new double[] {-0.72, 1}, within(1e-15));
    assertThat(relations.correlation().get(1).toArray())
        .containsExactly(new double[] {-0.72, 1}, within(1e-15));
  }

  /** W and −W are the same model; their average would be none. */
  @Test
  void drawsOfEitherSignDoNotCancel() {
    List<Kernel> draws = List.of(kernel(0.8, 0.9), kernel(-0.8, -0.9));
    assertThat(TaskRelations.of(draws, 2, 2).correlation().get(0).get(1))
        .isCloseTo(0.72, within(1e-15));
  }

  /** Kennedy and O'Hagan: ρ k and ρ² k + k_δ; by hand with k = 1.5, ρ = 2, k_δ = 3. */
  @Test
  void anAutoregressionCorrelatesByItsRatio() {
    Kernel template = new MultiTaskModel.Autoregression(KernelFamily.MATERN52, 1).template();
    Kernel kernel = template.with(new double[] {1.5, 0.4, 2, 3, 0.2});
    TaskRelations relations = TaskRelations.of(List.of(kernel), 1, 2);
    assertThat(relations.covariance().get(1).toArray())
        .containsExactly(new double[] {3, 9}, within(1e-12));
    assertThat(relations.correlation().get(0).get(1))
        .isCloseTo(3 / StrictMath.sqrt(13.5), within(1e-12));
  }
}
