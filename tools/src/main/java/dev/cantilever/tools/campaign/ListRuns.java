package dev.cantilever.tools.campaign;

import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.RunPort;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.Locale;

/** {@code run.list}: what was run, and what is running. */
public final class ListRuns implements Tool<ListRuns.Input, ListRuns.Output> {

  private static final int MOST = 50;

  /** Nothing is asked for. */
  public record Input() {}

  /** The latest, oldest first. */
  public record Output(List<Entry> runs) {

    public Output {
      runs = List.copyOf(runs);
    }
  }

  /**
   * One of them.
   *
   * @param status how it ended; {@code unfinished} where it has not
   */
  public record Entry(RunId run, String goal, String status) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "run.list",
        "The latest runs of this installation with what was wanted and how they ended.",
        Effect.READ,
        Input.class,
        Output.class,
        "{}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    List<RunId> all = context.run().runs();
    return ToolResult.of(
        new Output(
            all.subList(Math.max(0, all.size() - MOST), all.size()).stream()
                .map(run -> entry(run, context.run()))
                .toList()));
  }

  private static Entry entry(RunId run, RunPort port) {
    RunState state = port.other(run).orElseThrow();
    return new Entry(
        run,
        state.opened().orElseThrow().plan().goal(),
        state
            .ended()
            .map(ended -> ended.status().name().toLowerCase(Locale.ROOT))
            .orElse("unfinished"));
  }
}
