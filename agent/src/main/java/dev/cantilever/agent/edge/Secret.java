package dev.cantilever.agent.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What follows {@code Bearer} in a request, compared in a time that tells nothing. */
public record Secret(String text) {

  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 512;

  /** Of the header {@code Authorization}; empty where it has none. */
  public static Optional<Secret> of(Optional<String> header) {
    return header
        .filter(value -> value.length() <= LONGEST && value.startsWith(SCHEME))
        .map(value -> new Secret(value.substring(SCHEME.length())));
  }

  /** Whether it is this one. */
  public boolean is(String expected) {
    return MessageDigest.isEqual(bytes(text), bytes(expected));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "secret"; // it stands in no message and no log
  }
}
