package dev.cantilever.agent.web.token;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One token, without the secret itself.
 *
 * @param name whose it is; stands in the journal as who asked
 * @param scopes the parts for which it is
 * @param expires in UTC, when it ends
 * @param hash SHA-256 of the secret
 */
public record Token(String name, Role role, List<Scope> scopes, String expires, String hash) {

  /** Form of every name. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  public Token {
    scopes = List.copyOf(scopes);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" cannot name a token; use up to 64 letters, digits, dots and dashes"
              .formatted(name));
    }
  }

  /** Whether it has ended. */
  public boolean isOver(Instant now) {
    return !now.isBefore(Instant.parse(expires));
  }
}
