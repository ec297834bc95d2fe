package dev.cantilever.tools.tool;

import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/** What came of running a tool. */
public sealed interface ToolResult<O extends Record> {

  /**
   * It worked.
   *
   * @param blobs what is kept in the data store with the result, which cites it by content hash
   */
  record Done<O extends Record>(O output, List<byte[]> blobs) implements ToolResult<O> {

    public Done {
      blobs = List.copyOf(blobs);
    }
  }

  /** It did not; {@code effect} says whether anything happened all the same. */
  record Failed<O extends Record>(EffectHappened effect, List<Problem> problems)
      implements ToolResult<O> {

    public Failed {
      problems = List.copyOf(problems);
    }
  }

  static <O extends Record> ToolResult<O> of(O output) {
    return new Done<>(output, List.of());
  }

  static <O extends Record> ToolResult<O> failed(EffectHappened effect, Problem problem) {
    return new Failed<>(effect, List.of(problem));
  }
}
