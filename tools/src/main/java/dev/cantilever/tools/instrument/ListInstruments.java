package dev.cantilever.tools.instrument;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;

/** {@code instrument.list}: which instruments there are. Connects none of them. */
public final class ListInstruments implements Tool<ListInstruments.Input, ListInstruments.Output> {

  /** Nothing is asked for. */
  public record Input() {}

  /** Their names, in alphabetical order. */
  public record Output(List<InstrumentId> instruments) {

    public Output {
      instruments = List.copyOf(instruments);
    }
  }

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "instrument.list",
        "The names of the instruments of this installation. instrument.describe says what one is.",
        Effect.READ,
        Input.class,
        Output.class,
        "{}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return ToolResult.of(new Output(context.bench().instruments()));
  }
}
