package dev.cantilever.agent.web.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.agent.edge.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenBookTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void aTokenIsKnownByItsSecretOfWhichOnlyTheHashIsKept() throws Exception {
    TokenBook book = book(NOON);
    TokenBook.Made made = book.make("console", Role.OPERATOR, List.of(Scope.RUNS), days(1));
    assertThat(made.secret()).matches("[0-9a-f]{64}");
    assertThat(book.find(new Secret(made.secret())))
        .isEqualTo(new TokenBook.Finding.Valid(made.token()));
    assertThat(Files.readString(file())).contains("console").doesNotContain(made.secret());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void neitherTheHashNorAPartNorNothingIsAToken() {
    TokenBook book = book(NOON);
    TokenBook.Made made = book.make("console", Role.VIEWER, List.of(Scope.RUNS), days(1));
    for (String wrong :
        List.of(
            "",
            made.token().hash(),
            made.token().hash().substring(7),
            made.secret().substring(1),
            made.secret() + "0",
            made.secret().toUpperCase(java.util.Locale.ROOT))) {
      assertThat(book.find(new Secret(wrong))).isEqualTo(new TokenBook.Finding.Unknown());
    }
  }

  @Test
  void itEndsToTheSecond() {
    TokenBook.Made made = book(NOON).make("console", Role.VIEWER, List.of(Scope.RUNS), days(1));
    Instant end = Instant.parse(made.token().expires());
    Secret secret = new Secret(made.secret());
    assertThat(book(end.minusNanos(1)).find(secret)).isInstanceOf(TokenBook.Finding.Valid.class);
    assertThat(book(end).find(secret)).isInstanceOf(TokenBook.Finding.Over.class);
  }

  @Test
  void whatOneProcessRevokesAnotherAcceptsNoMore() {
    TokenBook here = book(NOON);
    TokenBook there = book(NOON);
    TokenBook.Made made = here.make("console", Role.VIEWER, List.of(Scope.RUNS), days(1));
    assertThat(there.find(new Secret(made.secret()))).isInstanceOf(TokenBook.Finding.Valid.class);
    assertThat(here.revoke("console")).isTrue();
    assertThat(here.revoke("console")).isFalse();
    assertThat(there.find(new Secret(made.secret()))).isEqualTo(new TokenBook.Finding.Unknown());
  }

  @Test
  void oneNameHasOneToken() {
    TokenBook book = book(NOON);
    book.make("console", Role.VIEWER, List.of(Scope.RUNS), days(1));
    assertThatThrownBy(() -> book.make("console", Role.OPERATOR, List.of(Scope.RUNS), days(1)))
        .hasMessageContaining("revoke it first");
    for (String name : List.of("", "a b", "a\nb", "-a", "ä", "a".repeat(65))) {
      assertThatThrownBy(() -> book.make(name, Role.VIEWER, List.of(Scope.RUNS), days(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aBookThatSomebodyHasChangedLetsNobodyIn() throws Exception {
    TokenBook.Made made = book(NOON).make("console", Role.VIEWER, List.of(Scope.RUNS), days(1));
    Files.writeString(file(), Files.readString(file()).replace("\"viewer\"", "\"anything\""));
    assertThatThrownBy(() -> book(NOON).find(new Secret(made.secret())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path file() {
    return folder.resolve("tokens.json");
  }

  private TokenBook book(Instant now) {
    return new TokenBook(file(), InstantSource.fixed(now));
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
