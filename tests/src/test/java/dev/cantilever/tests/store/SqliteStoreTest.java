package dev.cantilever.tests.store;

import dev.cantilever.tools.journal.JournalPlace;

class SqliteStoreTest extends StoreSuite {

  @Override
  JournalPlace fresh() {
    return new JournalPlace.InFile(folder.resolve("run/journal.db"));
  }

  @Override
  void edit(JournalPlace where, String... statements) {
    PostgresServer.execute("jdbc:sqlite:" + ((JournalPlace.InFile) where).file(), statements);
  }

  @Override
  String bytes(String hex) {
    return "x'%s'".formatted(hex);
  }

  @Override
  String[] failingAt(long seq) {
    return new String[] {
      "CREATE TRIGGER full BEFORE INSERT ON entry WHEN NEW.seq = %d".formatted(seq)
          + " BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    };
  }

  @Override
  String[] failingNoMore() {
    return new String[] {"DROP TRIGGER full"};
  }
}
