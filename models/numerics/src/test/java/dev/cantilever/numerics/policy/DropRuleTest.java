package dev.cantilever.numerics.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.policy.DropRule.Dropped;
import dev.cantilever.numerics.policy.DropRule.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropRuleTest {

  private static final Standing LEADER = new Standing("power", 0, 9, 0.5, Optional.of(-10.0));
  private static final Standing SECOND = new Standing("second", 1, 9, 0.25, Optional.of(-11.0));

  private static List<Integer> dropped(Standing... standings) {
    return DropRule.standard().apply(List.of(standings)).stream().map(Dropped::hypothesis).toList();
  }

  private static Standing behind(int tried, double meanReward, double logEvidence) {
    return new Standing("linear", 0, tried, meanReward, Optional.of(logEvidence));
  }

  @Test
  void hypothesisBehindInRewardAndEvidenceIsDroppedWithItsReason() {
    assertThat(DropRule.standard().apply(List.of(LEADER, behind(5, -0.5, -15.5), SECOND)))
        .containsExactly(
            new Dropped(
                1,
                "linear: after 5 trials its mean reward -0.5 is below the 0.5 of power, and its log"
                    + " evidence -15.5 below -10.0"));
  }

  @Test
  void anyOneMissingConditionKeepsIt() {
    assertThat(dropped(LEADER, behind(5, -0.5, -15.5), SECOND)).containsExactly(1);
    assertThat(dropped(LEADER, behind(4, -0.5, -15.5), SECOND)).isEmpty();
    assertThat(dropped(LEADER, behind(5, -0.49, -15.5), SECOND)).isEmpty();
    assertThat(dropped(LEADER, behind(5, -0.5, -15), SECOND)).isEmpty();
    Standing unknown = new Standing("unknown", 0, 5, -0.5, Optional.empty());
    assertThat(dropped(LEADER, unknown, SECOND)).isEmpty();
  }

  @Test
  void twoFailedFitsInARowDropEvenTheLeader() {
    Standing failing = new Standing("failing", 2, 9, 0.9, Optional.of(0.0));
    List<Dropped> dropped = DropRule.standard().apply(List.of(failing, LEADER, SECOND));
    assertThat(dropped)
        .containsExactly(new Dropped(0, "failing: 2 fits in a row did not converge"));
    // and nobody is measured against one that does not converge
    assertThat(dropped(failing, behind(9, -0.2, -30), LEADER, SECOND)).containsExactly(0);
  }

  @Test
  void twoAlwaysStayAndTheWorstGoFirst() {
    Standing failing = new Standing("failing", 3, 9, 0.1, Optional.empty());
    Standing worse = new Standing("worse", 2, 9, -0.1, Optional.empty());
    assertThat(dropped(failing, worse, LEADER)).containsExactly(1);
    assertThat(dropped(failing, worse, failing, LEADER)).containsExactly(1, 0);
    assertThat(dropped(LEADER, behind(9, -1, -40), behind(9, -1, -50))).containsExactly(2);
    assertThat(dropped(failing, failing)).isEmpty();
    assertThat(dropped(failing)).isEmpty();
    assertThat(dropped()).isEmpty();
  }

  @Test
  void hypothesisNeverTriedDoesNotLead() {
    Standing fresh = new Standing("fresh", 0, 0, 0, Optional.of(0.0));
    Standing poor = new Standing("poor", 0, 9, -1, Optional.of(-90.0));
    Standing low = new Standing("low", 0, 9, -0.9, Optional.of(-10.0));
    assertThat(dropped(fresh, poor, low)).isEmpty();
  }

  @Test
  void impossibleStandingsAreRefused() {
    assertThatThrownBy(() -> new Standing("a", 0, 1, Double.NaN, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a: mean reward NaN");
    assertThatThrownBy(() -> new Standing("a", -1, 1, 0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DropRule(0, 5, 1, 5)).isInstanceOf(IllegalArgumentException.class);
  }
}
