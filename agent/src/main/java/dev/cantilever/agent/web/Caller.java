package dev.cantilever.agent.web;

import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.token.Token;
import dev.cantilever.vocabulary.event.Actor;
import java.util.List;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param role empty for somebody at this machine who only stops
 * @param scopes the parts of which may be asked
 */
public record Caller(String name, Optional<Role> role, List<Scope> scopes) {

  private static final String HERE = "somebody-here";

  /** Somebody at this machine who stops without a token. */
  public static final Caller SOMEBODY_HERE = new Caller(HERE, Optional.empty(), List.of());

  /** Somebody at this machine while nobody has made a token yet. */
  static final Caller FIRST =
      new Caller(HERE, Optional.of(Role.SAFETY_OFFICER), List.of(Scope.values()));

  public Caller {
    scopes = List.copyOf(scopes);
  }

  static Caller of(Token token) {
    return new Caller(token.name(), Optional.of(token.role()), token.scopes());
  }

  boolean isGranted(Access.Needs needs) {
    return role.filter(own -> own.covers(needs.role())).isPresent()
        && scopes.contains(needs.scope());
  }

  /** For the journal. */
  public Actor actor() {
    return new Actor(Actor.Kind.PERSON, name, Actor.Channel.WEB);
  }
}
