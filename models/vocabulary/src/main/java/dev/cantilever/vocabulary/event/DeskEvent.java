package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.json.JsonText;

/** What a person lays down for the whole installation. */
public sealed interface DeskEvent extends Event {

  /** How much happens from now on without a person. */
  record AutonomySet(Autonomy level) implements DeskEvent {}

  /** Plans inside these bounds may run without a question. */
  record LeaseGiven(LeaseId lease, Lease bounds) implements DeskEvent {}

  /** From now on they may not. */
  record LeaseEnded(LeaseId lease) implements DeskEvent {}

  /**
   * A tool of a foreign server may be called as long as it says of itself what it says now.
   *
   * @param reached hash of how the server is reached
   * @param descriptor its name, description and schemas
   */
  record ForeignToolAllowed(
      String server, String reached, String tool, ForeignUse use, JsonText descriptor)
      implements DeskEvent {}

  /** From now on it may not. */
  record ForeignToolForbidden(String server, String tool) implements DeskEvent {}
}
