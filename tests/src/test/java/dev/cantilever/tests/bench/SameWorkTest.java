package dev.cantilever.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is timed is what the peer times: expected values come from peers/timing.py. */
class SameWorkTest {

  @Test
  void dataFollowTheSameFormula() {
    double[][] x = Formula.inputs(500, 6, 1);
    double[] last = {
      0.10678118654755053,
      0.025403784438594812,
      0.033988749894888315,
      0.8756555322954682,
      0.31239517769995473,
      0.7756377319944932
    };
    assertThat(x[499]).containsExactly(last);
    double[] y = Formula.outputs(x);
    assertThat(y[499]).isCloseTo(0.24939806663113884, within(1e-13));
    assertThat(Arrays.stream(y).sum()).isCloseTo(183.64424605304112, within(1e-10));
    assertThat(Formula.front(50, 2)[49])
        .containsExactly(new double[] {0.7589949608460843, 0.6510964977714524}, within(1e-15));
  }

  @Test
  void partsComputeTheSameNumbers() {
    PartsBenchmark parts = new PartsBenchmark();
    parts.data();
    PartsBenchmark.Likelihood likelihood = parts.marginalLikelihood();
    assertThat(likelihood.value()).isCloseTo(822.1632982152296, within(1e-7));
    assertThat(likelihood.slopes().logNoise()).isCloseTo(-315.1574830423422, within(1e-6));
    assertThat(likelihood.slopes().kernel().toArray())
        .containsExactly(
            new double[] {
              -90.59059704726812,
              85.98429109,
              137.14622828,
              152.95986282,
              155.51114429,
              199.39509827
            },
            within(1e-6));
    assertThat(Arrays.stream(parts.hypervolumeImprovement()).sum())
        .isCloseTo(256.7189830849619, within(1e-8));
  }
}
