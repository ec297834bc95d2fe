package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/** {@code instrument.acquire}: one hysteresis loop where the probe stands. */
public final class AcquireLoop implements CommandTool<AcquireLoop.Input, AcquireLoop.Output> {

  private static final RecordType<Input> INPUT = RecordType.of(Input.class);
  private static final RecordType<Output> OUTPUT = RecordType.of(Output.class);

  /** What to apply. */
  public record Input(
      @Doc("Name of the instrument, for example pfm-pto.") InstrumentId instrument,
      @Doc("Greatest bias of the triangular cycle, applied with both signs.")
          @Bounds(min = 0, max = 100)
          Voltage biasAmplitude,
      @Doc("Number of bias steps of the cycle.") @Bounds(min = 1, max = 4096) @Default("64")
          int steps) {}

  /**
   * What was read; the loop itself lies in the data store under {@code blob}.
   *
   * @param duration instrument time that it took
   */
  public record Output(SurfacePoint position, TimeSpan duration, Quality quality, String blob) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "instrument.acquire",
        "Switching spectroscopy where the probe stands: one bias cycle, one hysteresis loop. It"
            + " switches domains for good; the loop goes to the data store and the result names it.",
        Effect.EXPOSE,
        Input.class,
        Output.class,
        "{\"instrument\": \"pfm-pto\", \"bias_amplitude\": \"8.5 V\"}");
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

  @Override
  public GateCall<Output> call(Input input) {
    return new GateCall<>(
        input.instrument(),
        new SpmCommand.HysteresisLoop(input.biasAmplitude(), input.steps()),
        AcquireLoop::interpret);
  }

  private static ToolResult.Done<Output> interpret(
      Reading reading, TimeSpan duration, Cost debited) {
    return switch (reading) {
      case Reading.Loop loop -> {
        byte[] bytes = SpectrumBlob.write(loop.spectrum());
        yield new ToolResult.Done<>(
            new Output(loop.position(), duration, loop.spectrum().quality(), Hash.of(bytes).text()),
            List.of(bytes));
      }
      case Reading other -> throw new IllegalStateException("a loop was answered with " + other);
    };
  }
}
