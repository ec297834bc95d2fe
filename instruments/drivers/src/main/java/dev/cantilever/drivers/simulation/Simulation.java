package dev.cantilever.drivers.simulation;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Optional;

/** An instrument with its sample, simulated. Used from one thread at a time. */
public interface Simulation {

  /** What it would say of itself now. */
  InstrumentState state();

  /** What a command would cost now; changes nothing. */
  Cost estimate(Command command);

  /** Why it cannot do a command; empty where it can. Changes nothing. */
  Optional<String> cannot(Command command, SurfacePoint from);

  /** Does a command that it can do; deterministic. */
  Reading perform(Command command);

  /** Brings it to rest. */
  void rest();

  GroundTruth truth();
}
