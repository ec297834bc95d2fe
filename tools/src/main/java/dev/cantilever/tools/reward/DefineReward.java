package dev.cantilever.tools.reward;

import dev.cantilever.numerics.reward.Reward;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;

/** {@code reward.define}: what is wanted, checked and named by its hash. */
public final class DefineReward implements Tool<Reward, DefineReward.Output> {

  private static final RecordType<Reward> TYPE = RecordType.of(Reward.class);

  /**
   * The reward with defaults written out.
   *
   * @param inWords with the exact definition of every scalariser
   */
  public record Output(Reward reward, String hash, String inWords) {}

  @Override
  public ToolCard<Reward, Output> card() {
    return new ToolCard<>(
        "reward.define",
        "Checks a reward made of weighted scalars of a spectrum and says exactly what it means;"
            + " larger is better. Give the result to campaign.start or reward.evaluate.",
        Effect.COMPUTE,
        Reward.class,
        Output.class,
        "{\"terms\": [{\"scalariser\": \"loop_area\"}]}");
  }

  @Override
  public ToolResult<Output> run(Reward input, CallContext context) {
    String hash = Hash.of(CanonicalJson.bytes(TYPE.write(input))).text();
    return ToolResult.of(new Output(input, hash, input.inWords()));
  }
}
