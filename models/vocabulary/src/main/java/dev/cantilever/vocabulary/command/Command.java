package dev.cantilever.vocabulary.command;

/** One thing that an instrument is asked to do. */
public sealed interface Command permits SpmCommand, ConditionCommand {

  /** The verb as journals and device ledgers write it, for example {@code spm.move_probe}. */
  String verb();
}
