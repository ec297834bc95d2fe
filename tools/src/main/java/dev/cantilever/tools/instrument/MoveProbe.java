package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/** {@code instrument.move}: the probe to a place on the surface. */
public final class MoveProbe implements CommandTool<MoveProbe.Input, MoveProbe.Output> {

  private static final RecordType<Input> INPUT = RecordType.of(Input.class);
  private static final RecordType<Output> OUTPUT = RecordType.of(Output.class);

  /** Where to, and how fast. */
  public record Input(
      @Doc("Name of the instrument, for example pfm-pto.") InstrumentId instrument,
      @Doc("Distance from the left edge of the frame.") @Bounds(min = -0.1, max = 0.1) Length x,
      @Doc("Distance from the lower edge of the frame.") @Bounds(min = -0.1, max = 0.1) Length y,
      @Doc("Speed over the surface.")
          @Bounds(min = 1e-12, max = 1)
          @Default("{\"value\": 5, \"unit\": \"µm/s\"}")
          Speed speed) {}

  /** Where the probe stands now, as read back. */
  public record Output(SurfacePoint position) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "instrument.move",
        "Moves the probe in a straight line to a place on the surface. Refused outside the"
            + " envelope; nothing is clipped.",
        Effect.MOVE,
        Input.class,
        Output.class,
        "{\"instrument\": \"pfm-pto\", \"x\": \"1 µm\", \"y\": \"0 nm\"}");
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
    SurfacePoint target = new SurfacePoint(input.x(), input.y());
    return new GateCall<>(
        input.instrument(), new SpmCommand.MoveProbe(target, input.speed()), MoveProbe::interpret);
  }

  private static ToolResult.Done<Output> interpret(
      Reading reading, TimeSpan duration, Cost debited) {
    return switch (reading) {
      case Reading.ProbePosition stands ->
          new ToolResult.Done<>(new Output(stands.position()), List.of());
      case Reading other -> throw new IllegalStateException("a move was answered with " + other);
    };
  }
}
