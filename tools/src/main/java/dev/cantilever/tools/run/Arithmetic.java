package dev.cantilever.tools.run;

import dev.cantilever.numerics.linalg.NativeLapack;
import dev.cantilever.vocabulary.event.RunEvent;
import java.util.Optional;

/** Whether this process computes as a run did. */
public final class Arithmetic {

  /** The one whose bits are the same everywhere. */
  public static final String OWN = "the program's own linear algebra";

  private Arithmetic() {}

  /** What a run was made with. */
  public static String of(RunState run) {
    return words(run.opened().flatMap(RunEvent.Opened::linearAlgebra));
  }

  /** What this process computes with. */
  public static String here() {
    return words(NativeLapack.library());
  }

  private static String words(Optional<String> library) {
    return library.map(name -> "native linear algebra, " + name).orElse(OWN);
  }

  /** Why a run cannot be gone on with or computed again here; empty where it can. */
  public static Optional<String> mismatch(RunState run) {
    if (run.opened().isEmpty() || of(run).equals(here())) {
      return Optional.empty();
    }
    String advice =
        of(run).equals(OWN)
            ? "leave CANTILEVER_LINEAR_ALGEBRA out"
            : "set CANTILEVER_LINEAR_ALGEBRA=native where that library is, on such a processor";
    return Optional.of(
        "the run was made with %s, this process computes with %s; %s"
            .formatted(of(run), here(), advice));
  }
}
