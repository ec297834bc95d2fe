package dev.cantilever.tools.pareto;

import dev.cantilever.numerics.pareto.Front;
import dev.cantilever.numerics.pareto.Hypervolume;
import dev.cantilever.numerics.pareto.KneePoint;
import dev.cantilever.numerics.pareto.ReferencePoint;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code pareto.front}: which outcomes no other outcome beats in every goal. */
public final class ParetoFront implements Tool<ParetoFront.Input, ParetoFront.Output> {

  /** Outcomes and what is wanted of them. */
  public record Input(
      @Doc("Outcomes, one row for each trial with one number for each goal.")
          @Items(min = 1, max = 10_000)
          List<Series> outcomes,
      @Doc("Which way each goal is better.") @Items(min = 2, max = 6) List<Direction> directions,
      @Doc(
              "The worst acceptable value of each goal; without it the worst of the front less a"
                  + " tenth of its range.")
          Optional<Series> referencePoint) {

    public Input {
      outcomes = List.copyOf(outcomes);
      directions = List.copyOf(directions);
      int goals = directions.size();
      if (outcomes.stream().anyMatch(row -> row.size() != goals)
          || referencePoint.filter(point -> point.size() != goals).isPresent()) {
        throw new IllegalArgumentException(
            "every outcome and the reference point need %d numbers, one for each direction"
                .formatted(goals));
      }
    }

    private double[] signed(Series row) {
      double[] signed = row.toArray();
      for (int k = 0; k < signed.length; k++) {
        signed[k] = directions.get(k).signed(signed[k]);
      }
      return signed;
    }
  }

  /** Which way is better. */
  public enum Direction {
    MAXIMISE,
    MINIMISE;

    double signed(double value) {
      return this == MAXIMISE ? value : -value;
    }
  }

  /**
   * The front.
   *
   * @param members numbers of the outcomes on it, from 0; of equal ones the first
   * @param knee the member where a little more of one goal begins to cost much of another
   * @param hypervolume volume that the front dominates above the reference point, in the product of
   *     the goals' units
   * @param referencePoint that was used
   */
  public record Output(
      List<Integer> members, int knee, double hypervolume, Series referencePoint) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "pareto.front",
        "Which of given outcomes no other outcome beats in every goal, where the front bends most,"
            + " and the volume that it dominates.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"outcomes\": [[1, 3], [2, 2], [1, 1]], \"directions\": [\"maximise\", \"maximise\"]}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Front front = Front.of(input.outcomes().stream().map(input::signed).toArray(double[][]::new));
    ReferencePoint reference =
        input
            .referencePoint()
            .map(point -> ReferencePoint.of(input.signed(point)))
            .orElseGet(() -> ReferencePoint.below(front));
    int[] members = front.indices();
    return ToolResult.of(
        new Output(
            Arrays.stream(members).boxed().toList(),
            members[KneePoint.of(front).point()],
            Hypervolume.of(front, reference),
            Series.of(input.signed(reference.values()))));
  }
}
