package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.schema.Doc;

/** {@code instrument.describe}: what an instrument is and offers. */
public final class DescribeInstrument
    implements Tool<DescribeInstrument.Input, InstrumentDescription> {

  /** Which one. */
  public record Input(
      @Doc("Name of the instrument, for example pfm-pto.") InstrumentId instrument) {}

  @Override
  public ToolCard<Input, InstrumentDescription> card() {
    return new ToolCard<>(
        "instrument.describe",
        "What an instrument is: sample, sites that can be measured, time per site. Constant; use"
            + " instrument.state for what changes.",
        Effect.READ,
        Input.class,
        InstrumentDescription.class,
        "{\"instrument\": \"pfm-pto\"}");
  }

  @Override
  public ToolResult<InstrumentDescription> run(Input input, CallContext context) {
    return ToolResult.of(context.bench().gate(input.instrument()).describe());
  }
}
