package dev.cantilever.tests.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.audit.Export;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.HomeSettings;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The suite on PostgreSQL, and what only a server can do wrong. */
class PostgresStoreTest extends StoreSuite {

  private static final RunId DESK = new RunId("desk");

  private static Optional<PostgresServer> server = Optional.empty();

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
    Assumptions.assumeTrue(server.isPresent(), "PostgreSQL is not installed");
  }

  @AfterAll
  static void stopServer() {
    server.ifPresent(PostgresServer::close);
  }

  @Override
  JournalPlace fresh() {
    return new JournalPlace.InDatabase(server.orElseThrow().freshUrl());
  }

  @Override
  void edit(JournalPlace where, String... statements) {
    PostgresServer.execute(((JournalPlace.InDatabase) where).url(), statements);
  }

  @Override
  String bytes(String hex) {
    return "'\\x%s'".formatted(hex);
  }

  @Override
  String[] failingAt(long seq) {
    return new String[] {
      "ALTER TABLE entry ADD CONSTRAINT full_disk CHECK (seq <> %d)".formatted(seq)
    };
  }

  @Override
  String[] failingNoMore() {
    return new String[] {"ALTER TABLE entry DROP CONSTRAINT full_disk"};
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheServerIsKilled() {
    JournalPlace place = fresh();
    for (int kill = 0; kill < 3; kill++) {
      Journal journal = Journal.open(place, RUN, InstantSource.system(), null);
      for (int i = 0; i < 10; i++) {
        journal.append(drafts(2), List.of());
      }
      long acknowledged = journal.size();
      server.orElseThrow().kill();
      for (int again = 0; again < 2; again++) {
        assertThatExceptionOfType(JournalFailure.class)
            .isThrownBy(() -> journal.append(drafts(1), List.of()));
      }
      server.orElseThrow().run();
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> journal.append(drafts(1), List.of()))
          .withMessageContaining("resume the run");
      try (Journal next = Journal.read(place, RUN)) {
        assertThat(next.size()).isEqualTo(acknowledged);
      }
      assertThat(JournalVerifier.verify(place, RUN, Optional.empty()))
          .isInstanceOf(Verification.Intact.class);
    }
  }

  @Test
  void aServerThatDoesNotForceIsRefused() {
    JournalPlace place = fresh();
    String url = ((JournalPlace.InDatabase) place).url();
    PostgresServer.execute(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()");
    try {
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> awaitRefusal(place))
          .withMessageContaining("set fsync = on");
    } finally {
      PostgresServer.execute(url, "ALTER SYSTEM RESET fsync", "SELECT pg_reload_conf()");
    }
  }

  /** The server takes a moment to read its settings. */
  private static void awaitRefusal(JournalPlace place) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      Journal.open(place, RUN, InstantSource.system(), null).close();
      Thread.sleep(20);
    }
  }

  private Home home(Path root, JournalPlace place) {
    String url = ((JournalPlace.InDatabase) place).url();
    return new Home(
        root, InstantSource.system(), new HomeSettings(Optional.empty(), Optional.of(url)));
  }

  @Test
  void aRunIsMadeVerifiedReplayedAndExportedFromTheDatabase() {
    JournalPlace place = fresh();
    Home home = home(folder.resolve("home"), place);
    Installation installation = new Installation(home, Installations.calls());
    RunId run = Installations.run(installation);
    assertThat(home.runs()).containsExactly(run);
    assertThat(home.journal(run)).doesNotExist();
    assertThat(JournalVerifier.verify(home.place(run), run.value(), home.evidence(run)))
        .isInstanceOfSatisfying(
            Verification.Intact.class,
            intact -> {
              assertThat(intact.sealed()).isTrue();
              assertThat(intact.signed().orElseThrow().size()).isEqualTo(intact.entries());
            });
    assertThat(Installations.replayed(installation, run)).isTrue();
    assertThat(Export.write(home, run, folder.resolve("run.zip"))).isEmpty();
  }

  @Test
  void aSecondHomeInTheSameSchemaIsRefused() {
    JournalPlace place = fresh();
    Actor person = new Actor(Actor.Kind.PERSON, "somebody", Actor.Channel.CHAT);
    try (RunLog log = home(folder.resolve("one"), place).openDesk()) {
      log.append(person, List.of(new ChatEvent.Said("hello")), List.of());
    }
    Home other = home(folder.resolve("two"), place);
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(other::openDesk)
        .withMessageContaining("of another home")
        .withMessageContaining("currentSchema");
    assertThat(home(folder.resolve("one"), place).find(DESK)).isPresent();
  }

  @Test
  void thePasswordOfTheUrlIsNeverShown() {
    JournalPlace place =
        new JournalPlace.InDatabase("jdbc:postgresql://127.0.0.1:1/none?user=a&password=canary");
    assertThat(place.toString()).doesNotContain("canary");
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> place.exists(RUN))
        .withMessageContaining("cannot be reached")
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("canary"));
  }
}
