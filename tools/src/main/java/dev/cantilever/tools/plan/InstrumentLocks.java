package dev.cantilever.tools.plan;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.RunLock;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps every instrument of a plan to one run, as long as that lasts. */
final class InstrumentLocks implements AutoCloseable {

  private final List<RunLock> held = new ArrayList<>();
  private Optional<InstrumentId> busy = Optional.empty();

  private InstrumentLocks() {}

  /** Those of a plan, all or none. */
  static InstrumentLocks of(List<Terms.Standing> instruments, Home home) {
    InstrumentLocks locks = new InstrumentLocks();
    for (Terms.Standing standing : instruments) {
      Path folder = home.instruments().resolve(standing.instrument().value());
      Optional<RunLock> lock = Files.isDirectory(folder) ? RunLock.take(folder) : Optional.empty();
      lock.ifPresent(locks.held::add);
      if (lock.isEmpty()) {
        locks.busy = Optional.of(standing.instrument());
        locks.close();
        break;
      }
    }
    return locks;
  }

  /** Why there are none; empty where they are held. */
  Optional<Problem> busy() {
    return busy.map(
        instrument ->
            Problem.of(
                ProblemCode.BUSY,
                "another run has %s; wait for its end or stop it".formatted(instrument)));
  }

  @Override
  public void close() {
    held.forEach(RunLock::close);
    held.clear();
  }
}
