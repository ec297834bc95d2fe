package dev.cantilever.agent.web;

import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;

/** Who may ask. What belongs to an installation, nobody may without a role. */
public sealed interface Access {

  /** Whoever has a token of at least this role for this scope. */
  record Needs(Role role, Scope scope) implements Access {}

  /** Anybody at this machine, and from elsewhere whoever has any valid token: for stop alone. */
  record AnybodyHere() implements Access {}

  /** Whoever reaches this server: for the page's own files alone, which hold nothing of anybody. */
  record Anybody() implements Access {}

  /** Whoever may ask for anything at all: for who that is. */
  record Known() implements Access {}

  static Access viewer(Scope scope) {
    return new Needs(Role.VIEWER, scope);
  }

  static Access operator(Scope scope) {
    return new Needs(Role.OPERATOR, scope);
  }

  static Access safetyOfficer(Scope scope) {
    return new Needs(Role.SAFETY_OFFICER, scope);
  }
}
