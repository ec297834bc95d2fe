package dev.cantilever.kernel.interlock;

import dev.cantilever.kernel.envelope.Severity;

/** What is to be done now. */
public sealed interface GuardAction {

  /** The severity changed; nothing new begins from {@link Severity#HOLD} on. */
  record Say(Severity severity, String words) implements GuardAction {}

  /** Bring the instrument to rest at once. */
  record Stop(String words) implements GuardAction {}

  /** Close the door until a person opens it. */
  record Latch(String words) implements GuardAction {}

  /** Refused: what was asked of the guard cannot be now. */
  record Refuse(String words) implements GuardAction {}
}
