package dev.cantilever.vocabulary.command;

import java.util.List;

/** One thing that an instrument is asked to do. */
public sealed interface Command
    permits DeviceCommand,
        SpmCommand,
        StemCommand,
        StageCommand,
        LibraryCommand,
        SynthesisCommand,
        ConditionCommand {

  /** What is asked; each record has one verb, listed there. */
  default Verb verb() {
    return Verb.of(getClass());
  }

  /** Every number that it wants of a channel, where the command alone says it. */
  default List<Demand> demands() {
    return List.of();
  }
}
