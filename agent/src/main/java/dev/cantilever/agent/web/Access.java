package dev.cantilever.agent.web;

import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;

/** Who may ask. There is no kind that lets everybody look. */
public sealed interface Access {

  /** Whoever has a token of at least this role for this scope. */
  record Needs(Role role, Scope scope) implements Access {}

  /** Anybody at this machine, and from elsewhere whoever has any valid token: for stop alone. */
  record AnybodyHere() implements Access {}

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
