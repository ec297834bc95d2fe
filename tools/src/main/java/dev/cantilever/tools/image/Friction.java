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
import java.util.List;
import java.util.Optional;

/**
 * {@code image.friction}: friction from the lateral force on the way there and on the way back.
 * Half their difference changes its sign with the way and is friction; half their sum does not and
 * is what slopes of the ground and the detector's offset do (Ogletree, Carpick and Salmeron, Rev.
 * Sci. Instrum. 67 (1996) 3298, doi:10.1063/1.1147411).
 */
public final class Friction implements Tool<Friction.Input, Friction.Output> {

  private static final String FORCE = "N";

  /** Which pictures. */
  public record Input(
      @Doc("Content hash of the lateral force of the trace.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String trace,
      @Doc("Content hash of the lateral force of the retrace.")
          @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
          String retrace,
      @Doc("The run that holds them; left out for the run of this call.") Optional<RunId> run) {}

  /**
   * What came of it, in newtons.
   *
   * @param mean of half the difference over all pixels
   * @param spread its standard deviation over them
   * @param slopes root mean square of half the sum over its mean
   */
  public record Output(String unit, double mean, double spread, double slopes) {}

  @Override
  public ToolCard<Input, Output> card() {
    String hash = "sha256:" + "0".repeat(64);
    return new ToolCard<>(
        "image.friction",
        "Friction from the lateral force of the trace and of the retrace of a scan in contact.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\", \"trace\": \"%s\", \"retrace\": \"%s\"}".formatted(hash, hash));
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Optional<Frame> trace = Picture.find(context.run(), input.run(), input.trace());
    Optional<Frame> retrace = Picture.find(context.run(), input.run(), input.retrace());
    if (trace.isEmpty() || retrace.isEmpty()) {
      String missing = trace.isEmpty() ? input.trace() : input.retrace();
      return Picture.missing(context.run(), input.run(), missing);
    }
    return of(trace.get(), retrace.get());
  }

  private static ToolResult<Output> of(Frame trace, Frame retrace) {
    for (Frame frame : List.of(trace, retrace)) {
      if (!frame.unit().equals(FORCE)) {
        return refused(
            "%s is in %s; friction needs two lateral forces in N"
                .formatted(frame.channel(), frame.unit()));
      }
    }
    if (trace.rows() != retrace.rows() || trace.columns() != retrace.columns()) {
      return refused(
          "%s has %d × %d pixels and %s has %d × %d; take both of one scan"
              .formatted(
                  trace.channel(),
                  trace.columns(),
                  trace.rows(),
                  retrace.channel(),
                  retrace.columns(),
                  retrace.rows()));
    }
    if (!trace.values().isFinite() || !retrace.values().isFinite()) {
      return Picture.gaps();
    }
    double[] difference = new double[trace.rows() * trace.columns()];
    double[] sum = new double[difference.length];
    for (int i = 0; i < sum.length; i++) {
      difference[i] = (trace.values().get(i) - retrace.values().get(i)) / 2;
      sum[i] = (trace.values().get(i) + retrace.values().get(i)) / 2;
    }
    double mean = mean(difference);
    return ToolResult.of(new Output(FORCE, mean, rms(difference, mean), rms(sum, mean(sum))));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double rms(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  private static ToolResult<Output> refused(String words) {
    return ToolResult.failed(EffectHappened.NONE, Problem.of(ProblemCode.ARG_RANGE, words));
  }
}
