package dev.cantilever.tools.data;

import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import java.util.List;

/** {@code data.list}: the files that were laid into the data folder. */
public final class ListData implements Tool<ListData.Input, ListData.Output> {

  /** Nothing is asked for. */
  public record Input() {}

  /** All of them. */
  public record Output(List<Entry> files) {

    public Output {
      files = List.copyOf(files);
    }
  }

  /** One of them. */
  public record Entry(String file, long bytes) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "data.list",
        "The microscopy files in the folder data of the home. data.describe says what is in one.",
        Effect.READ,
        Input.class,
        Output.class,
        "{}");
  }

  @Override
  public boolean quotes() {
    return true;
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    DataFolder data = context.run().data();
    return ToolResult.of(
        new Output(data.names().stream().map(name -> new Entry(name, data.bytes(name))).toList()));
  }
}
