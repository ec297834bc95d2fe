package dev.cantilever.agent.web;

import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Token;
import dev.cantilever.vocabulary.event.Actor;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param role empty for somebody at this machine without a token
 */
public record Caller(String name, Optional<Role> role) {

  /** Somebody at this machine who stops without a token. */
  public static final Caller SOMEBODY_HERE = new Caller("somebody-here", Optional.empty());

  static Caller of(Token token) {
    return new Caller(token.name(), Optional.of(token.role()));
  }

  /** For the journal. */
  public Actor actor() {
    return new Actor(Actor.Kind.PERSON, name, Actor.Channel.WEB);
  }
}
