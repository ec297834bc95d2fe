package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Setting.Value;
import org.junit.jupiter.api.Test;

class VisitedTest {

  private static final SearchSpace SPACE = SearchSpace.of(new Continuous("bias", -10, 10));

  private static Condition at(double bias) {
    return Condition.of(new Value("bias", bias));
  }

  @Test
  void countsMeasurementsOfTheSameCondition() {
    Visited visited = Visited.none(SPACE).measured(at(1)).measured(at(2)).measured(at(1 + 1e-9));
    assertThat(visited.count(at(1))).isEqualTo(2);
    assertThat(visited.count(at(1 + 1e-7))).isZero();
    assertThat(visited.measuredConditions()).isEqualTo(2);
    assertThat(visited.isOpen(at(1), 2)).isFalse();
    assertThat(visited.isOpen(at(1), 3)).isTrue();
    assertThat(visited.isOpen(at(2), 2)).isTrue();
  }

  @Test
  void failureClosesAConditionForGood() {
    Visited visited = Visited.none(SPACE).measured(at(1)).failed(at(1));
    assertThat(visited.isOpen(at(1), 100)).isFalse();
    assertThat(visited.hasFailed(at(1))).isTrue();
    assertThat(visited.failedConditions()).isEqualTo(1);
  }

  @Test
  void staysAsItWasWhenMoreIsMeasured() {
    Visited before = Visited.none(SPACE).measured(at(1));
    before.measured(at(1)).failed(at(2));
    assertThat(before.count(at(1))).isEqualTo(1);
    assertThat(before.hasFailed(at(2))).isFalse();
  }

  @Test
  void servesASpaceOfTheSameAxesOnly() {
    SearchSpace wider = SearchSpace.of(new Continuous("bias", -20, 20));
    assertThatThrownBy(
            () -> new SpaceDraws(wider).distinct(2, Visited.none(SPACE), RandomStream.of(0, "d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to a space of the axes [bias]");
  }

  @Test
  void refusesConditionsOfAnotherSpace() {
    assertThatThrownBy(() -> Visited.none(SPACE).measured(at(11)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("bias: 11 is outside of [-10, 10]");
  }
}
