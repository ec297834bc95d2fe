package dev.cantilever.tools.image;

import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code image.difference}: how far two pictures differ pixel by pixel, each over its own plane. Of
 * the way there and the way back of a scan it tells how well the feedback follows.
 */
public final class Difference implements Tool<Difference.Input, Difference.Output> {

  /** Which pictures. */
  public record Input(
      @Doc("Content hash of one picture.") @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String first,
      @Doc("Content hash of the other.") @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String second,
      @Doc("The run that holds them; left out for the run of this call.") Optional<RunId> run) {}

  /**
   * What came of it, in the unit of the pictures.
   *
   * @param rms root mean square of the differences
   * @param largest the largest of them
   */
  public record Output(String unit, double rms, double largest) {}

  @Override
  public ToolCard<Input, Output> card() {
    String hash = "sha256:" + "0".repeat(64);
    return new ToolCard<>(
        "image.difference",
        "How far two pictures of one size differ pixel by pixel, such as the trace and the retrace"
            + " of a scan.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\", \"first\": \"%s\", \"second\": \"%s\"}".formatted(hash, hash));
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Optional<Frame> first = Picture.find(context.run(), input.run(), input.first());
    Optional<Frame> second = Picture.find(context.run(), input.run(), input.second());
    if (first.isEmpty() || second.isEmpty()) {
      String missing = first.isEmpty() ? input.first() : input.second();
      return Picture.missing(context.run(), input.run(), missing);
    }
    return compared(first.get(), second.get());
  }

  private static ToolResult<Output> compared(Frame first, Frame second) {
    boolean same =
        first.rows() == second.rows()
            && first.columns() == second.columns()
            && first.unit().equals(second.unit());
    if (!same) {
      return ToolResult.failed(
          EffectHappened.NONE,
          Problem.of(
              ProblemCode.ARG_RANGE,
              "%s of %d × %d in %s and %s of %d × %d in %s cannot be compared pixel by pixel"
                  .formatted(
                      first.channel(),
                      first.columns(),
                      first.rows(),
                      first.unit(),
                      second.channel(),
                      second.columns(),
                      second.rows(),
                      second.unit())));
    }
    if (!first.values().isFinite() || !second.values().isFinite()) {
      return Picture.gaps();
    }
    double[] differences = Levelled.of(first).values();
    double[] others = Levelled.of(second).values();
    Arrays.setAll(differences, i -> differences[i] - others[i]);
    double largest = Arrays.stream(differences).map(Math::abs).max().orElse(0);
    return ToolResult.of(new Output(first.unit(), new Levelled(differences).rms(), largest));
  }
}
