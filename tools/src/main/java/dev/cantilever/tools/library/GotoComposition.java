package dev.cantilever.tools.library;

import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.schema.Joined;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/**
 * {@code library.goto_composition}: finds the place of a composition and has the stage go there by
 * {@code stage.move_to}, a call of its own in the journal that the gate judges as any other.
 */
public final class GotoComposition implements Tool<GotoComposition.Input, GotoComposition.Output> {

  private static final String MOVE = "stage.move_to";

  /** Which composition, how closely, and how fast. */
  public record Input(
      @Doc("Name of the instrument, for example library.") InstrumentId instrument,
      @Doc("What there is to be; elements that are not named may be as they come.")
          @Items(min = 1, max = 20)
          List<Wanted> composition,
      @Doc("The largest difference of a fraction that will do.")
          @Bounds(min = 1e-6, max = 0.5)
          @Default("0.005")
          double tolerance,
      @Doc("Speed of the stage.")
          @Bounds(min = 1e-9, max = 1)
          @Default("{\"value\": 1, \"unit\": \"mm/s\"}")
          Speed speed) {

    public Input {
      composition = List.copyOf(composition);
    }
  }

  /** How much of an element. */
  public record Wanted(
      @Doc("As library.list_sites names it.") @Text(maxLength = 60) String element,
      @Doc("Fraction.") @Bounds(min = 0, max = 1) double fraction) {}

  /**
   * Where the stage has gone.
   *
   * @param place of the stage
   * @param composition predicted there
   * @param table SHA-256 of the operator's table
   */
  public record Output(SurfacePoint place, List<Fraction> composition, String table) {

    public Output {
      composition = List.copyOf(composition);
    }
  }

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "library.goto_composition",
        "Moves the stage to the nearest place of a combinatorial library where the operator's table"
            + " predicts this composition. Outside of the library it is refused with the nearest"
            + " composition that can be reached.",
        Effect.MOVE,
        Input.class,
        Output.class,
        "{\"instrument\": \"library\", \"composition\": [{\"element\": \"Sm\", \"fraction\":"
            + " 0.14}]}");
  }

  @Override
  public List<Problem> check(Input input, Bench bench) {
    return switch (Destination.of(input, here(input, bench), bench)) {
      case Destination.None none -> List.of(none.problem());
      case Destination.Place there ->
          switch (bench.gate(input.instrument()).check(move(input, there))) {
            case Decision.Permitted permitted -> List.of();
            case Decision.Refused refused -> refused.problems();
          };
    };
  }

  @Override
  public Cost predict(Input input, Bench bench) {
    return switch (Destination.of(input, here(input, bench), bench)) {
      case Destination.None none -> Cost.NONE;
      case Destination.Place there -> bench.gate(input.instrument()).estimate(move(input, there));
    };
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Bench bench = context.bench();
    return switch (Destination.of(input, here(input, bench), bench)) {
      case Destination.None none -> ToolResult.failed(EffectHappened.NONE, none.problem());
      case Destination.Place there -> {
        ToolResult<? extends Record> moved =
            context
                .run()
                .call(
                    context.call(),
                    MOVE,
                    new Joined<>(new VerbTool.Addressed(input.instrument()), move(input, there)));
        yield switch (moved) {
          case ToolResult.Done<? extends Record> done ->
              ToolResult.of(new Output(there.point(), there.composition(), there.table()));
          case ToolResult.Failed<? extends Record> failed ->
              new ToolResult.Failed<>(failed.effect(), failed.problems());
        };
      }
    };
  }

  /** A second run goes to the same composition again; nothing is doubled. */
  @Override
  public boolean resumable() {
    return true;
  }

  private static StageCommand.MoveTo move(Input input, Destination.Place there) {
    return new StageCommand.MoveTo(there.point(), input.speed());
  }

  /** Where the stage stands, where it says so. */
  private static SurfacePoint here(Input input, Bench bench) {
    InstrumentState state = bench.gate(input.instrument()).state();
    return SurfacePoint.metres(
        along(state, Channel.STAGE_X, state.position().x().metres()),
        along(state, Channel.STAGE_Y, state.position().y().metres()));
  }

  private static double along(InstrumentState state, Channel channel, double otherwise) {
    return state.readback(channel).map(Readback::value).map(at -> at.canonical()).orElse(otherwise);
  }
}
