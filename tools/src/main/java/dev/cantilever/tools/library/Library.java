package dev.cantilever.tools.library;

import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.file.content.UnreadableFile;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Optional;

/**
 * The library in an instrument: what it is made of where, and where the stage may go.
 *
 * @param table SHA-256 of the operator's table
 */
record Library(CompositionMap map, Ground ground, String table) {

  /** A library, or why there is none. */
  sealed interface Found {
    record Ready(Library library) implements Found {}

    record Nothing(Problem problem) implements Found {}
  }

  static Found of(InstrumentId instrument, Bench bench) {
    if (!(bench.gate(instrument).envelope() instanceof EnvelopeStatus.Loaded loaded)) {
      return nothing(ProblemCode.LIMIT, "%s has no envelope; ask the operator", instrument);
    }
    Optional<byte[]> content = bench.composition(instrument);
    if (content.isEmpty()) {
      return nothing(
          ProblemCode.NOT_FOUND,
          "nothing states what the sample of %s is made of; ask the operator for composition.csv",
          instrument);
    }
    try {
      CompositionMap map = new CompositionMap(CompositionTable.read(content.get()));
      Ground ground = new Ground(map.outline(), loaded.envelope());
      return new Found.Ready(new Library(map, ground, Hash.of(content.get()).text()));
    } catch (IllegalArgumentException unfit) {
      return nothing(
          ProblemCode.ARG_CONFLICT, "composition.csv of %s: " + unfit.getMessage(), instrument);
    } catch (UnreadableFile | NotPositiveDefinite unread) {
      return nothing(
          ProblemCode.ARG_CONFLICT,
          "composition.csv of %s is no table of places and fractions",
          instrument);
    }
  }

  private static Found nothing(ProblemCode code, String words, InstrumentId instrument) {
    return new Found.Nothing(Problem.of(code, words.formatted(instrument)));
  }
}
