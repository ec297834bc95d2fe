package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.id.LeaseId;

/** What a person lays down for the whole installation. */
public sealed interface DeskEvent extends Event {

  /** How much happens from now on without a person. */
  record AutonomySet(Autonomy level) implements DeskEvent {}

  /** Plans inside these bounds may run without a question. */
  record LeaseGiven(LeaseId lease, Lease bounds) implements DeskEvent {}

  /** From now on they may not. */
  record LeaseEnded(LeaseId lease) implements DeskEvent {}
}
