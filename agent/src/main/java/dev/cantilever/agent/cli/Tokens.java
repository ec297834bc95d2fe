package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.web.token.TokenBook;
import java.time.Duration;
import java.time.InstantSource;

/** Where the tokens of a home are. */
final class Tokens {

  static final Duration USUAL_LIFE = Duration.ofDays(30);

  private Tokens() {}

  static TokenBook book(Installation installation) {
    return new TokenBook(
        installation.home().instruments().resolveSibling("tokens.json"), InstantSource.system());
  }
}
