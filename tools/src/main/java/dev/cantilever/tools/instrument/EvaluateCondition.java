package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.ConditionCommand;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;

/** {@code instrument.evaluate}: one condition brought about, and what came of it. */
public final class EvaluateCondition
    implements CommandTool<EvaluateCondition.Input, EvaluateCondition.Output> {

  private static final RecordType<Input> INPUT = RecordType.of(Input.class);
  private static final RecordType<Output> OUTPUT = RecordType.of(Output.class);

  /** Which instrument, and under what condition. */
  public record Input(
      @Doc("Name of the instrument, for example ising.") InstrumentId instrument,
      @Doc("One setting for each parameter that instrument.describe lists.")
          @Items(min = 1, max = 40)
          List<Setting> settings,
      @Doc("Number of the fidelity, from 0, the cheapest.") @Bounds(min = 0, max = 9) @Default("0")
          int fidelity) {

    public Input {
      settings = List.copyOf(settings);
    }
  }

  /**
   * What came of it.
   *
   * @param outcomes each with its standard error, 0 where that is not known; an outcome that the
   *     instrument could not tell is left out
   * @param duration instrument time that it took
   */
  public record Output(List<Reading.Outcome> outcomes, TimeSpan duration) {

    public Output {
      outcomes = List.copyOf(outcomes);
    }
  }

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "instrument.evaluate",
        "Brings about one condition (a specimen, a simulation, a recorded trial) and reads its"
            + " outcomes. May use up material. For a whole experiment use campaign.search.",
        Effect.EXPOSE,
        Input.class,
        Output.class,
        "{\"instrument\": \"ising\", \"settings\": [{\"parameter\": \"coupling\", \"value\":"
            + " 0.44}], \"fidelity\": 0}");
  }

  @Override
  public GateCall<Output> call(Input input) {
    return new GateCall<>(
        input.instrument(),
        new ConditionCommand.Evaluate(input.settings(), input.fidelity()),
        EvaluateCondition::interpret);
  }

  /**
   * Reads a journalled result back.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static Output readOutput(JsonText json) {
    return OUTPUT.ours(json);
  }

  /**
   * Reads journalled arguments back.
   *
   * @throws IllegalArgumentException where they are none
   */
  public static Input readInput(JsonText json) {
    return INPUT.ours(json);
  }

  private static ToolResult.Done<Output> interpret(
      Reading reading, TimeSpan duration, Cost debited) {
    return switch (reading) {
      case Reading.Trial trial -> {
        List<Reading.Outcome> told =
            trial.outcomes().stream().filter(one -> Double.isFinite(one.value())).toList();
        yield new ToolResult.Done<>(new Output(told, duration), List.of());
      }
      case Reading other ->
          throw new IllegalStateException("a condition was answered with " + other);
    };
  }
}
