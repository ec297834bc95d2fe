package dev.cantilever.tools.data;

import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.UnreadableFile;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code data.describe}: what is in one microscopy file. */
public final class DescribeData implements Tool<DescribeData.Input, DescribeData.Output> {

  /** Which file. */
  public record Input(
      @Doc("Its name, as data.list gives it.") @Text(maxLength = 120) String file) {}

  /** What it holds. */
  public record Output(String format, List<Content> datasets) {

    public Output {
      datasets = List.copyOf(datasets);
    }
  }

  /** One array; extremes and mean are of its finite values. */
  public record Content(
      String name,
      String quantity,
      String unit,
      List<Along> axes,
      long values,
      long missing,
      double min,
      double mean,
      double max) {

    public Content {
      axes = List.copyOf(axes);
    }
  }

  /** One of its axes. */
  public record Along(String name, String unit, int size, double from, double to) {}

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "data.describe",
        "What a microscopy file holds: every dataset with unit, calibrated axes and extremes. Reads"
            + " IBW, GWY, GSF, SXM, 3DS, DAT, NID, DM3, DM4, EMD, HDF5, TIFF and CSV.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"file\": \"scan.gwy\"}");
  }

  @Override
  public boolean quotes() {
    return true;
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    DataFolder data = context.run().data();
    Optional<Problem> missing = data.missing(input.file());
    if (missing.isPresent()) {
      return ToolResult.failed(EffectHappened.NONE, missing.get());
    }
    try {
      MicroscopyFile file = data.read(input.file());
      return ToolResult.of(
          new Output(
              file.format().name().toLowerCase(Locale.ROOT),
              file.datasets().stream().map(DescribeData::content).toList()));
    } catch (UnreadableFile unreadable) {
      return ToolResult.failed(EffectHappened.NONE, unreadable());
    }
  }

  /** In our own words: what a file says is not repeated. */
  static Problem unreadable() {
    return Problem.of(
        ProblemCode.ARG_CONFLICT,
        "this file cannot be read as any known microscopy format; export it anew");
  }

  static Content content(Dataset dataset) {
    double[] values = dataset.values().toArray();
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    return new Content(
        dataset.name(),
        dataset.quantity(),
        dataset.unit(),
        dataset.axes().stream().map(DescribeData::along).toList(),
        values.length,
        values.length - finite.length,
        Arrays.stream(finite).min().orElse(0),
        Arrays.stream(finite).average().orElse(0),
        Arrays.stream(finite).max().orElse(0));
  }

  private static Along along(DataAxis axis) {
    return new Along(axis.name(), axis.unit(), axis.size(), axis.at(0), axis.at(axis.size() - 1));
  }
}
