package dev.cantilever.tools.image;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.Optional;

/**
 * {@code image.roughness}: Sq, Sa and Sz of ISO 25178-2 over a whole picture, after the plane that
 * fits it best was taken off.
 */
public final class Roughness implements Tool<Roughness.Input, Roughness.Output> {

  /** Which picture. */
  public record Input(
      @Doc("Content hash of the picture, as the scan returned it.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String blob,
      @Doc("The run that holds it; left out for the run of this call.") Optional<RunId> run) {}

  /**
   * What came of it, in the unit of the picture.
   *
   * @param channel what was scanned
   * @param rms root mean square, Sq
   * @param mean arithmetic mean of the sizes, Sa
   * @param range from the lowest to the highest, Sz
   */
  public record Output(String channel, String unit, double rms, double mean, double range) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "image.roughness",
        "How rough a picture is, after the plane that fits it best: root mean square, mean of the"
            + " sizes, and from the lowest to the highest.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\", \"blob\": \"sha256:" + "0".repeat(64) + "\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return Picture.find(context.run(), input.run(), input.blob())
        .map(Roughness::of)
        .orElseGet(() -> Picture.missing(context.run(), input.run(), input.blob()));
  }

  private static ToolResult<Output> of(Frame frame) {
    if (!frame.values().isFinite()) {
      return Picture.gaps();
    }
    Levelled levelled = Levelled.of(frame);
    return ToolResult.of(
        new Output(
            frame.channel(), frame.unit(), levelled.rms(), levelled.meanSize(), levelled.range()));
  }
}
