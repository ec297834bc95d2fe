package dev.cantilever.vocabulary.command;

import java.util.List;

/** What can be asked of an instrument that answers for whole conditions. */
public sealed interface ConditionCommand extends Command {

  /**
   * Brings about a condition and reads what comes of it: makes and tests a specimen, runs a
   * simulation, looks a recorded trial up.
   *
   * @param settings one for each parameter of the instrument
   * @param fidelity number of the fidelity, from 0, the cheapest
   */
  record Evaluate(List<Setting> settings, int fidelity) implements ConditionCommand {

    public Evaluate {
      settings = List.copyOf(settings);
    }
  }
}
