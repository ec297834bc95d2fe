package dev.cantilever.kernel.port;

import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.Optional;

/** One instrument behind its wire. */
public interface Driver extends AutoCloseable {

  /** What it is and what it offers; constant while open. */
  InstrumentDescription describe();

  /** Reads the instrument without perturbing it. */
  InstrumentState state();

  /**
   * As {@link #state}, for the watchdog: from any thread, at any time, also while a command runs.
   */
  default InstrumentState watch() {
    return state();
  }

  /** By how much the position may read back beside where it is, for backlash and noise. */
  default Length positionTolerance() {
    return new Length(1e-9);
  }

  /** What a command would cost if it ran now; pure. */
  Cost estimate(Command command);

  /**
   * A reason why this instrument, with its probe at {@code from}, cannot do the command although
   * its envelope may allow it, for example because it replays recorded data; empty where it can.
   * Pure.
   */
  Optional<String> cannot(Command command, SurfacePoint from);

  /** Does the one command of the permit, which it must redeem first, and waits for its outcome. */
  Outcome execute(Permit permit);

  /** What the instrument's own record says became of a command. Reads only. */
  Recollection recall(CommandKey key);

  /** Brings the instrument to rest. Needs no permit, may come at any time, may be repeated. */
  void stop();

  /**
   * A person has looked and gives a reason; for drivers whose far side keeps a guard of its own.
   */
  default void acknowledge(String person, String reason) {
    // the gate in front of it is told
  }

  /**
   * The truth behind a twin or a recorded data set, where there is one. Only reports and tests ask;
   * no tool can.
   */
  default Optional<GroundTruth> truth() {
    return Optional.empty();
  }

  @Override
  void close();
}
