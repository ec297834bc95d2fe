package dev.cantilever.tools.data;

import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.file.ExportFolder;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.UnreadableFile;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Recalled;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code data.export}: readings of a run, or a file of the data folder, in a format of others. */
public final class ExportData implements Tool<ExportData.Input, ExportData.Output> {

  private static final String FOLDER = "data/exports/";

  /** What is written, how, and under what name. */
  public record Input(
      @Doc("Where the data come from.") Source source,
      @Doc("Kind of file: nsid and nexus (one HDF5 that is both), gwyddion, gsf or csv.")
          ExportFormat format,
      @Doc("Name of the new file, without folder and ending.")
          @Text(maxLength = 80, pattern = "[A-Za-z0-9][A-Za-z0-9 _-]*")
          String name,
      @Doc("Only says what would be written.") @Default("false") boolean preview) {}

  /** Where data come from. */
  public sealed interface Source {

    /** What a run has read. */
    record Readings(
        @Doc("The run that read them.") RunId run,
        @Doc("Their hashes, as the results of its calls give them under blob.")
            @Items(min = 1, max = 40)
            @Text(maxLength = 71, pattern = "sha256:[0-9a-f]{64}")
            List<String> blobs)
        implements Source {

      public Readings {
        blobs = List.copyOf(blobs);
      }
    }

    /** A file that was laid into the data folder. */
    record File(@Doc("Its name, as data.list gives it.") @Text(maxLength = 120) String file)
        implements Source {}
  }

  /**
   * What was written, or would be.
   *
   * @param written false where it was only asked
   * @param file below the home
   * @param sha256 of its content
   */
  public record Output(
      boolean written,
      String file,
      long bytes,
      String sha256,
      List<DescribeData.Content> datasets) {

    public Output {
      datasets = List.copyOf(datasets);
    }
  }

  /** What can be written, or why nothing can. */
  private sealed interface Found {
    record Content(MicroscopyFile file) implements Found {}

    record Nothing(Problem problem) implements Found {}
  }

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "data.export",
        "Writes readings of a run, or a file of the data folder, as NSID and NeXus HDF5, Gwyddion,"
            + " GSF or CSV into data/exports of the home. Never replaces a file.",
        Effect.COMPUTE,
        Input.class,
        Output.class,
        "{\"source\": {\"kind\": \"file\", \"file\": \"scan.gwy\"}, \"format\": \"nsid\","
            + " \"name\": \"scan\"}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return switch (find(input.source(), context)) {
      case Found.Nothing nothing -> ToolResult.failed(EffectHappened.NONE, nothing.problem());
      case Found.Content content ->
          written(input, upright(content.file()), context.run().data().exports());
    };
  }

  private static ToolResult<Output> written(
      Input input, MicroscopyFile content, ExportFolder exports) {
    String name = input.format().named(input.name());
    try {
      if (exports.holds(name)) {
        return refused(ProblemCode.ARG_CONFLICT, taken(name));
      }
      if (input.preview()) {
        ExportFolder.Print print = ExportFolder.print(content, input.format().format());
        return ToolResult.of(output(false, name, print, content));
      }
      return exports
          .write(content, input.format().format(), name)
          .map(print -> ToolResult.of(output(true, name, print, content)))
          .orElseGet(() -> refused(ProblemCode.ARG_CONFLICT, taken(name)));
    } catch (IllegalArgumentException unfit) {
      return refused(
          ProblemCode.ARG_CONFLICT,
          "a %s file %s, which these %d datasets are not; nsid holds any"
              .formatted(
                  input.format().format().title(),
                  input.format().holds(),
                  content.datasets().size()));
    } catch (UncheckedIOException disk) {
      return refused(ProblemCode.DEVICE, "the folder data/exports of the home cannot be written");
    }
  }

  /** The same data give the same bytes, so that a file tells whether it was written whole. */
  @Override
  public Recalled<Output> recall(Input input, CallContext context) {
    if (input.preview()) {
      return new Recalled.NeverHappened<>("it was only asked what would be written");
    }
    String name = input.format().named(input.name());
    Optional<ExportFolder.Print> there = context.run().data().exports().find(name);
    if (there.isEmpty()) {
      return new Recalled.NeverHappened<>("there is no file " + FOLDER + name);
    }
    return find(input.source(), context) instanceof Found.Content content
            && ExportFolder.print(upright(content.file()), input.format().format())
                .equals(there.get())
        ? new Recalled.Done<>(
            output(true, name, there.get(), upright(content.file())),
            List.of(),
            "the file is there, whole")
        : new Recalled.NeverHappened<>(FOLDER + name + " is another file");
  }

  /**
   * Every even axis runs upwards: HyperSpy 2.5 takes a descending axis of NeXus for an ascending
   * one and would show the image upside down.
   */
  private static MicroscopyFile upright(MicroscopyFile content) {
    return new MicroscopyFile(
        content.format(), content.datasets().stream().map(ExportData::upright).toList());
  }

  private static Dataset upright(Dataset dataset) {
    Dataset turned = dataset;
    for (int axis = 0; axis < dataset.axes().size(); axis++) {
      Optional<DataAxis.Even> even = dataset.axes().get(axis).even();
      if (even.isPresent() && even.get().step() < 0) {
        turned = turned.reversed(axis);
      }
    }
    return turned;
  }

  private static Found find(Source source, CallContext context) {
    return switch (source) {
      case Source.File laid -> laid(laid.file(), context.run().data());
      case Source.Readings readings -> readings(readings, context);
    };
  }

  private static Found laid(String file, DataFolder data) {
    Optional<Problem> missing = data.missing(file);
    if (missing.isPresent()) {
      return new Found.Nothing(missing.get());
    }
    try {
      return new Found.Content(data.read(file));
    } catch (UnreadableFile unreadable) {
      return new Found.Nothing(DescribeData.unreadable());
    }
  }

  private static Found readings(Source.Readings source, CallContext context) {
    Optional<RunState> state = context.run().other(source.run());
    if (state.isEmpty()) {
      return nothing("there is no run " + source.run());
    }
    List<Dataset> datasets = new ArrayList<>();
    for (String hash : source.blobs()) {
      Optional<Dataset> dataset =
          context
              .run()
              .blob(source.run(), hash)
              .flatMap(blob -> ReadingFile.dataset(source.run(), state.get(), hash, blob));
      if (dataset.isEmpty()) {
        return nothing(
            "%s has no frame and no spectrum of the hash %s".formatted(source.run(), hash));
      }
      datasets.add(dataset.get());
    }
    return new Found.Content(new MicroscopyFile(FileFormat.NSID, datasets));
  }

  private static Found nothing(String why) {
    return new Found.Nothing(Problem.of(ProblemCode.NOT_FOUND, why));
  }

  private static String taken(String name) {
    return "there is a file %s%s already; choose another name".formatted(FOLDER, name);
  }

  private static ToolResult<Output> refused(ProblemCode code, String why) {
    return ToolResult.failed(EffectHappened.NONE, Problem.of(code, why));
  }

  private static Output output(
      boolean written, String name, ExportFolder.Print print, MicroscopyFile content) {
    return new Output(
        written,
        FOLDER + name,
        print.bytes(),
        print.hash(),
        content.datasets().stream().map(DescribeData::content).toList());
  }
}
