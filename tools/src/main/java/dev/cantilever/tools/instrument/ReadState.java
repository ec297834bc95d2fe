package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.schema.Doc;

/** {@code instrument.state}: what an instrument says of itself now. */
public final class ReadState implements Tool<ReadState.Input, InstrumentState> {

  /** Which one. */
  public record Input(
      @Doc("Name of the instrument, for example pfm-pto.") InstrumentId instrument) {}

  @Override
  public ToolCard<Input, InstrumentState> card() {
    return new ToolCard<>(
        "instrument.state",
        "Where the probe stands and what the instrument has done so far, as read back. Moves"
            + " nothing.",
        Effect.READ,
        Input.class,
        InstrumentState.class,
        "{\"instrument\": \"pfm-pto\"}");
  }

  @Override
  public ToolResult<InstrumentState> run(Input input, CallContext context) {
    return ToolResult.of(context.bench().gate(input.instrument()).state());
  }
}
