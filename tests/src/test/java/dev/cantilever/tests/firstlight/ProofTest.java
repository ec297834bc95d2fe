package dev.cantilever.tests.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer can find out from the log alone. */
class ProofTest {

  private static final int FLIPS = 2_000;

  @TempDir(factory = InMemory.class)
  private Path home;

  private Installation installation;
  private RunId run;
  private Path journal;

  @BeforeEach
  void aFinishedRun() {
    installation = FinishedRun.installation(home);
    run = FinishedRun.of(installation, 20, 5);
    journal = installation.home().journal(run);
  }

  @Test
  void anyFlippedByteIsFoundAndPlaced() throws IOException {
    int found = 0;
    RandomStream where = RandomStream.of(20, "flips");
    for (Path file : new Path[] {journal, journal.resolveSibling("journal.seal")}) {
      byte[] whole = Files.readAllBytes(file);
      int flips = file.equals(journal) ? FLIPS * 3 / 4 : FLIPS / 4;
      for (int i = 0; i < flips; i++) {
        byte[] changed = whole.clone();
        int place = where.nextInt(whole.length);
        changed[place] ^= (byte) (1 << where.nextInt(8));
        Files.write(file, changed);
        Verification verdict = JournalVerifier.verify(journal, run.value());
        if (verdict instanceof Verification.Broken broken
            && broken.findings().stream().noneMatch(finding -> finding.where().isBlank())) {
          found++;
        }
      }
      Files.write(file, whole);
    }
    assertThat(JournalVerifier.verify(journal, run.value()))
        .isInstanceOf(Verification.Intact.class);
    Figures.atLeast(
        "first-light-2a",
        "single flipped bits of journal and seal that verify found and placed",
        100.0 * found / FLIPS,
        "% of 2000",
        100,
        "20");
    assertThat(found).isEqualTo(FLIPS);
  }

  @Test
  void replayIsEqualInOtherProcessesThatCompileOtherwise() {
    String here = replay().inWords();
    assertThat(replay().isEqual()).as(replay().differences().toString()).isTrue();
    int equal = 0;
    String[][] ways = {{"-Xint"}, {"-XX:TieredStopAtLevel=1"}, {"-XX:UseAVX=0"}};
    for (String[] flags : ways) {
      Program.Ended ended = new Program(home, flags).run("replay", run.value());
      boolean same = ended.exitCode() == 0 && ended.out().contains(here);
      equal += same ? 1 : 0;
      assertThat(same).as(ended.out()).isTrue();
    }
    Figures.atLeast(
        "first-light-2b",
        "replays in other processes (interpreted, C1, no AVX) with all bits equal",
        equal,
        "of 3",
        3,
        "5");
  }

  private ReplayReport replay() {
    try (RunLog log = installation.home().read(run)) {
      return Replayer.replay(installation.calls(), log, installation.home());
    }
  }

  /** The forger knows everything and makes all hashes fit again; only recomputing finds it. */
  @Test
  void changedProposalIsFoundByReplayEvenWhereItsHashesWereMadeToFit()
      throws SQLException, IOException {
    Files.delete(journal.resolveSibling("journal.seal"));
    try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + journal)) {
      forge(sql);
    }
    ReplayReport report = replay();
    assertThat(report.differences()).hasSize(1);
    assertThat(report.differences().getFirst().what()).isEqualTo("batch 1");
    Figures.atLeast("first-light-2c", "changed proposals that replay found", 1, "of 1", 1, "5");
  }

  /** Exchanges the runner-up's value of one proposal, and its leaf hash with it. */
  private static void forge(Connection sql) throws SQLException {
    try (PreparedStatement find =
            sql.prepareStatement(
                "SELECT seq, line FROM entry WHERE line LIKE '%\"iteration\":1,%' AND line LIKE '%campaign.batch-proposed%'");
        ResultSet rows = find.executeQuery()) {
      assertThat(rows.next()).isTrue();
      String line = rows.getString("line");
      String forged = line.replaceFirst("\"ties\":1,", "\"ties\":2,");
      assertThat(forged).isNotEqualTo(line);
      byte[] text = forged.getBytes(StandardCharsets.UTF_8);
      try (PreparedStatement change =
          sql.prepareStatement("UPDATE entry SET line = ?, leaf = ? WHERE seq = ?")) {
        change.setString(1, forged);
        change.setBytes(2, Hash.digest(new byte[] {0}, text));
        change.setLong(3, rows.getLong("seq"));
        assertThat(change.executeUpdate()).isEqualTo(1);
      }
    }
  }

  @Test
  void verbsSaySoByTheirExitCode() throws IOException {
    Program program = new Program(home);
    assertThat(program.run("verify", "last").exitCode()).isZero();
    byte[] whole = Files.readAllBytes(journal);
    whole[whole.length / 2] ^= 4;
    Files.write(journal, whole);
    Program.Ended broken = program.run("verify", run.value());
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.out()).contains("page").contains("NOT as it was written");
  }
}
