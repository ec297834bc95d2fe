package dev.cantilever.numerics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.RestartRule.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartRuleTest {

  private static final BlockSampler SHORT = new BlockSampler(SamplerSettings.of(50, 100));

  /** A normal around each multiple of 60, between which no chain passes. */
  private static final LogDensity PEAKS =
      theta -> Targets.standard().at(new double[] {theta[0] - 60 * Math.rint(theta[0] / 60)});

  /**
   * Two chains start at the same peak from the good attempt on, and before it further apart in each
   * attempt than in the one before.
   */
  private static Start agreeingInAttempt(int good, List<Double> asked) {
    return stream -> {
      int attempt = asked.size() / 2 + 1;
      double place = attempt >= good || asked.size() % 2 == 0 ? 0 : 60.0 * attempt;
      asked.add(place);
      return new double[] {place};
    };
  }

  private static Result twoChains(int good, List<Double> asked) {
    BlockSampler sampler = new BlockSampler(new SamplerSettings(2, 50, 100, 0.8, 10));
    return RestartRule.STANDARD.draw(
        sampler, PEAKS, agreeingInAttempt(good, asked), RandomStream.of(3, "restarts"));
  }

  @Test
  void acceptsTheFirstAttemptWhoseChainsAgree() {
    List<Double> asked = new ArrayList<>();
    Result result = twoChains(1, asked);
    assertThat(result.isAccepted()).isTrue();
    assertThat(result.attempts()).isEqualTo(1);
    assertThat(asked).hasSize(2);
  }

  @Test
  void triesAgainUntilTheChainsAgree() {
    Result result = twoChains(3, new ArrayList<>());
    assertThat(result.isAccepted()).isTrue();
    assertThat(result.attempts()).isEqualTo(3);
    assertThat(result.draws().worstSplitRHat()).isLessThan(1.1);
  }

  @Test
  void givesTheBestAttemptAndSaysSoWhereNoneIsAccepted() {
    List<Double> asked = new ArrayList<>();
    Result result = twoChains(4, asked);
    assertThat(result.isAccepted()).isFalse();
    assertThat(result.attempts()).isEqualTo(3);
    assertThat(asked).hasSize(6);
    double[] lastOfSecondChain = result.draws().theta(199);
    assertThat(lastOfSecondChain[0]).as("the chains of attempt 1").isBetween(54.0, 66.0);
  }

  @Test
  void attemptsAreIndependentYetRepeatable() {
    RestartRule never = new RestartRule(1.000001, 1);
    Result one = never.draw(SHORT, Targets.standard(), Start.at(0), RandomStream.of(1, "x"));
    Result same = never.draw(SHORT, Targets.standard(), Start.at(0), RandomStream.of(1, "x"));
    assertThat(one.draws().theta(7)).isEqualTo(same.draws().theta(7));
    assertThat(one.attempts()).isEqualTo(same.attempts());
  }

  @Test
  void limitsThatCannotBeMetAndNegativeRestartsAreRefused() {
    assertThatThrownBy(() -> new RestartRule(1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RestartRule(Double.NaN, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RestartRule(1.1, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void startsAtTheMedianOfPriorDrawsAreNearTheMediansOfThePriors() {
    List<Prior> priors = List.of(new Prior.LogNormal(0, 1), new Prior.Uniform(2, 4));
    double[] theta = Start.medianOfDraws(priors, 2_001).from(RandomStream.of(4, "start"));
    assertThat(theta[0]).isBetween(-0.12, 0.12);
    assertThat(theta[1]).isBetween(-0.2, 0.2);
    assertThatThrownBy(() -> Start.medianOfDraws(priors, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
