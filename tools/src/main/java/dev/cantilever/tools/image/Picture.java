package dev.cantilever.tools.image;

import dev.cantilever.tools.instrument.FrameBlob;
import dev.cantilever.tools.tool.RunPort;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Frame;
import java.util.Optional;

/** Finds pictures in the data store. */
final class Picture {

  private Picture() {}

  /**
   * The frame of that hash in a run, the run itself where none is named; empty where there is none.
   */
  static Optional<Frame> find(RunPort port, Optional<RunId> run, String blob) {
    return port.blob(run.orElse(port.id()), blob).flatMap(Picture::read);
  }

  private static Optional<Frame> read(byte[] bytes) {
    try {
      return Optional.of(FrameBlob.read(bytes));
    } catch (IllegalArgumentException curve) {
      return Optional.empty();
    }
  }

  static <O extends Record> ToolResult<O> missing(RunPort port, Optional<RunId> run, String blob) {
    return ToolResult.failed(
        EffectHappened.NONE,
        Problem.of(
            ProblemCode.NOT_FOUND,
            "%s holds no picture %s; the result of a scan names its pictures"
                .formatted(run.orElse(port.id()), blob)));
  }

  static <O extends Record> ToolResult<O> gaps() {
    return ToolResult.failed(
        EffectHappened.NONE,
        Problem.of(
            ProblemCode.OUTPUT_INVALID,
            "the picture has values that are no finite numbers; scan the lines again"));
  }
}
