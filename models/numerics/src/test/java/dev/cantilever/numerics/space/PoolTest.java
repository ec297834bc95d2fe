package dev.cantilever.numerics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis.Category;
import dev.cantilever.numerics.space.Axis.Continuous;
import dev.cantilever.numerics.space.Constraint.Avoid;
import dev.cantilever.numerics.space.Region.Between;
import dev.cantilever.numerics.space.Region.Box;
import dev.cantilever.numerics.space.Setting.Level;
import dev.cantilever.numerics.space.Setting.Value;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {

  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(new Continuous("speed", 0, 10), new Category("tip", "soft", "stiff")),
          List.of(new Avoid(new Box(List.of(new Between("speed", 8, 10))), "the tip jumps")));

  private static Condition row(double speed, String tip) {
    return Condition.of(new Value("speed", speed), new Level("tip", tip));
  }

  private static final Pool POOL =
      Pool.of(
          SPACE,
          List.of(
              row(1, "soft"),
              row(9, "soft"),
              row(1, "stiff"),
              row(1, "soft"),
              row(1 + 1e-9, "soft"),
              row(2, "soft")));

  @Test
  void mergesRowsWithTheSameInputs() {
    assertThat(POOL.size()).isEqualTo(4);
    assertThat(POOL.rows()).isEqualTo(6);
    assertThat(List.of(0, 1, 2, 3, 4, 5)).map(POOL::candidateOf).containsExactly(0, 1, 2, 0, 0, 3);
    assertThat(POOL.rowsOf(0)).containsExactly(0, 3, 4);
    assertThat(POOL.condition(3)).isEqualTo(row(2, "soft"));
    assertThat(POOL.inputs().size()).isEqualTo(4);
    assertThat(POOL.inputs().get(3, 0)).isEqualTo(0.2);
  }

  @Test
  void closesWhatIsRefusedFailedOrMeasuredOftenEnough() {
    Visited visited =
        Visited.none(SPACE)
            .measured(row(1, "soft"))
            .failed(row(1, "stiff"))
            .measured(row(5, "soft"));
    assertThat(POOL.closed(Visited.none(SPACE), 1)).containsExactly(1);
    assertThat(POOL.closed(visited, 1)).containsExactly(0, 1, 2);
    assertThat(POOL.closed(visited, 2)).containsExactly(1, 2);
    assertThat(POOL.count(0, visited)).isEqualTo(1);
    assertThat(POOL.refusals(1)).extracting(Refusal::amount).containsExactly(0.1);
    assertThat(POOL.refusals(0)).isEmpty();
  }

  @Test
  void saysWhyNothingIsLeft() {
    Visited visited =
        Visited.none(SPACE)
            .measured(row(1, "soft"))
            .failed(row(1, "stiff"))
            .measured(row(2, "soft"));
    assertThat(POOL.exhausted(Visited.none(SPACE), 1)).isEmpty();
    assertThat(POOL.exhausted(visited, 2)).isEmpty();
    assertThat(POOL.exhausted(visited, 1))
        .contains(
            new SpaceProposal.Exhausted(
                "the pool is exhausted: of 4 conditions 2 are measured once, at 1 a measurement"
                    + " failed, 1 are refused by constraints; allow more replicates, relax a"
                    + " constraint, or widen it",
                2,
                1,
                1));
  }

  @Test
  void refusesRowsThatAreNoConditions() {
    assertThatThrownBy(() -> Pool.of(SPACE, List.of(row(1, "soft"), row(11, "hard"))))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "condition 1: speed: 11 is outside of [0, 10]; condition 1: tip must be one of soft,"
                + " stiff");
    assertThatThrownBy(() -> Pool.of(SPACE, List.of())).hasMessageContaining("at least one row");
  }

  /** Processor time of the thread, which other work on the machine does not lengthen. */
  @Test
  void hundredThousandRowsTakeLessThanAFifthOfASecond() {
    List<Axis> axes = new ArrayList<>();
    for (int a = 0; a < 5; a++) {
      axes.add(new Continuous("a" + a, 0, 1));
    }
    SearchSpace space = new SearchSpace(axes, List.of());
    RandomStream random = RandomStream.of(4, "rows");
    List<Condition> rows = new ArrayList<>();
    for (int i = 0; i < 90_000; i++) {
      List<Setting> settings = new ArrayList<>();
      for (Axis axis : axes) {
        settings.add(new Value(axis.name(), random.nextDouble()));
      }
      rows.add(new Condition(settings));
    }
    rows.addAll(rows.subList(0, 10_000));
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int repeat = 0; repeat < 3; repeat++) {
      long start = clock.getCurrentThreadCpuTime();
      Pool pool = Pool.of(space, rows);
      best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
      assertThat(pool.size()).isEqualTo(90_000);
      assertThat(pool.candidateOf(95_000)).isEqualTo(5_000);
    }
    assertThat(best).isLessThan(200_000_000);
  }
}
