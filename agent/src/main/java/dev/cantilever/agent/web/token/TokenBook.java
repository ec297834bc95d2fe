package dev.cantilever.agent.web.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.edge.Secret;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.schema.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code tokens.json} of a home. It is looked at for every request, so that what one
 * process revokes no other accepts.
 */
public final class TokenBook {

  private static final int SECRET_BYTES = 32;
  private static final int MOST = 1_000;
  private static final RecordType<Pages> PAGES = RecordType.of(Pages.class);

  private final Path file;
  private final InstantSource clock;
  private volatile Known known = new Known(new byte[0], List.of());

  /** The book in {@code file}, which is made with the first token. */
  public TokenBook(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** The file's content. */
  public record Pages(List<Token> tokens) {}

  private record Known(byte[] bytes, List<Token> tokens) {}

  /** A new token and its secret, which is told this once. */
  public record Made(Token token, String secret) {}

  /** What came of a secret. */
  public sealed interface Finding {

    /** It is this one's. */
    record Valid(Token token) implements Finding {}

    /** It was, and has ended. */
    record Over(Token token) implements Finding {}

    /** It is nobody's. */
    record Unknown() implements Finding {}
  }

  /** Whether no token was ever made; a book out of which all were taken again is not. */
  public boolean isUnused() {
    return !Files.exists(file);
  }

  /** All tokens, also those that have ended. */
  public List<Token> all() {
    byte[] bytes = read();
    Known last = known;
    if (!Arrays.equals(bytes, last.bytes())) {
      last = new Known(bytes, parse(bytes));
      known = last;
    }
    return last.tokens();
  }

  /** Whose secret it is. All hashes are compared, in a time that does not depend on the secret. */
  public Finding find(Secret secret) {
    byte[] given = Hash.of(secret.text()).bytes();
    Optional<Token> found = Optional.empty();
    for (Token token : all()) {
      if (MessageDigest.isEqual(new Hash(token.hash()).bytes(), given)) {
        found = Optional.of(token);
      }
    }
    return found
        .<Finding>map(
            token ->
                token.isOver(clock.instant()) ? new Finding.Over(token) : new Finding.Valid(token))
        .orElseGet(Finding.Unknown::new);
  }

  /**
   * A new token.
   *
   * @throws IllegalArgumentException where there is one of that name, or too many
   */
  public synchronized Made make(String name, Role role, List<Scope> scopes, Duration life) {
    List<Token> tokens = new ArrayList<>(all());
    if (tokens.stream().anyMatch(token -> token.name().equals(name))) {
      throw new IllegalArgumentException(
          "there is a token named %s; revoke it first, or take another name".formatted(name));
    }
    if (tokens.size() >= MOST) {
      throw new IllegalArgumentException("there are %d tokens; revoke some first".formatted(MOST));
    }
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    String expires = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS).toString();
    Token token = new Token(name, role, scopes, expires, Hash.of(secret).text());
    tokens.add(token);
    write(tokens);
    return new Made(token, secret);
  }

  /** Takes a token out; false where there is none of that name. */
  public synchronized boolean revoke(String name) {
    List<Token> tokens = new ArrayList<>(all());
    boolean found = tokens.removeIf(token -> token.name().equals(name));
    if (found) {
      write(tokens);
    }
    return found;
  }

  private byte[] read() {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return new byte[0];
    } catch (IOException failure) {
      throw new UncheckedIOException("the file of tokens cannot be read", failure);
    }
  }

  private static List<Token> parse(byte[] bytes) {
    if (bytes.length == 0) {
      return List.of();
    }
    JsonNode tree = StrictJson.ours(new String(bytes, StandardCharsets.UTF_8));
    return switch (PAGES.parse(tree)) {
      case Parsed.Valid<Pages> valid -> valid.value().tokens();
      case Parsed.Invalid<Pages> invalid ->
          throw new IllegalArgumentException(
              "the file of tokens is not as it was written: "
                  + invalid.problems().getFirst().message());
    };
  }

  private void write(List<Token> tokens) {
    OwnersFile.replace(file, PAGES.write(new Pages(tokens)).toPrettyString() + "\n");
  }
}
