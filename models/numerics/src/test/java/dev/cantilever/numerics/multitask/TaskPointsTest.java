package dev.cantilever.numerics.multitask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskPointsTest {

  private static final Points INPUTS = Points.of(new double[][] {{0.1, 0.2}, {0.3, 0.4}, {0.5, 0}});
  private static final Points MIXED = TaskPoints.of(INPUTS, List.of(1, 0, 1));

  @Test
  void theTaskIsTheLastColumn() {
    assertThat(MIXED.row(0)).containsExactly(0.1, 0.2, 1);
    assertThat(TaskPoints.of(INPUTS, 2).row(1)).containsExactly(0.3, 0.4, 2);
  }

  @Test
  void inputsAndTasksComeBack() {
    assertThat(TaskPoints.tasks(MIXED, 2)).containsExactly(1, 0, 1);
    assertThat(TaskPoints.inputs(MIXED).row(2)).containsExactly(0.5, 0);
  }

  @Test
  void refusesWhatIsNoTask() {
    assertThatThrownBy(() -> TaskPoints.tasks(INPUTS, 2))
        .hasMessage("the last column of point 0 is 0.2; it must be a task, 0 to 1");
    assertThatThrownBy(() -> TaskPoints.tasks(MIXED, 1)).hasMessageContaining("0 to 0");
    assertThatThrownBy(() -> TaskPoints.of(INPUTS, -1))
        .hasMessage("tasks are numbered from 0; there is no task -1");
    assertThatThrownBy(() -> TaskPoints.of(INPUTS, List.of(0)))
        .hasMessage("1 tasks for 3 points; give one for each");
  }

  @Test
  void everyTaskIsStandardisedByItsOwnObservations() {
    Points x = TaskPoints.of(Points.of(new double[][] {{0}, {1}, {2}, {3}}), List.of(0, 1, 0, 1));
    double[] y = {1, 100, 3, 300};
    TaskStandardisation unit = TaskStandardisation.of(x, y, 3);
    double half = Math.sqrt(0.5);
    assertThat(unit.apply(x, y))
        .containsExactly(new double[] {-half, -half, half, half}, within(1e-12));
    assertThat(unit.applyToVariances(x, new double[] {2, 20_000, 4, 0}))
        .containsExactly(new double[] {1, 1, 2, 0}, within(1e-12));
    assertThat(unit.each().get(1).mean(half)).isCloseTo(300, within(1e-9));
  }

  @Test
  void aTaskWithoutObservationsKeepsItsUnit() {
    Points x = TaskPoints.of(Points.of(new double[][] {{0}, {1}}), 0);
    TaskStandardisation unit = TaskStandardisation.of(x, new double[] {4, 8}, 2);
    Points other = TaskPoints.of(Points.of(new double[] {0.5}), 1);
    assertThat(unit.apply(other, new double[] {7})).containsExactly(7);
  }
}
