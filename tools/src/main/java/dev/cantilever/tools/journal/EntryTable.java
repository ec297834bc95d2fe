package dev.cantilever.tools.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * The entries of one run through one open connection. Every call of a tool waits for these few
 * statements several times, so each is prepared once and lives as long as the connection.
 */
final class EntryTable {

  private static final String AFTER =
      "SELECT line FROM entry WHERE run = ? AND seq >= ? ORDER BY seq LIMIT ?";
  private static final String INSERT =
      "INSERT INTO entry (run, seq, leaf, line) VALUES (?, ?, ?, ?)";

  private final Handle sql;
  private final String run;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  EntryTable(Handle sql, String run) {
    this.sql = sql;
    this.run = run;
  }

  /** Lines from the place {@code seq} on, in their order, at most {@code most}. */
  List<String> from(long seq, int most) {
    try {
      PreparedStatement statement = prepared(AFTER);
      statement.setString(1, run);
      statement.setLong(2, seq);
      statement.setInt(3, most);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
        return lines;
      }
    } catch (SQLException failure) {
      throw new TransactionException("entries cannot be read", failure);
    }
  }

  void insert(long seq, byte[] leaf, String line) {
    try {
      PreparedStatement statement = prepared(INSERT);
      statement.setString(1, run);
      statement.setLong(2, seq);
      statement.setBytes(3, leaf);
      statement.setString(4, line);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new TransactionException("an entry cannot be written", failure);
    }
  }

  /** A statement without parameters or rows, such as {@code COMMIT}. */
  void execute(String statement) {
    try {
      prepared(statement).executeUpdate();
    } catch (SQLException failure) {
      throw new TransactionException(statement + " failed", failure);
    }
  }

  /** Lets go of the statements; a file cannot be folded while there are any. */
  void release() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
    } catch (SQLException failure) {
      throw new TransactionException("a statement cannot be closed", failure);
    }
    prepared.clear();
  }

  private PreparedStatement prepared(String statement) throws SQLException {
    PreparedStatement known = prepared.get(statement);
    if (known == null) {
      known = sql.getConnection().prepareStatement(statement);
      prepared.put(statement, known);
    }
    return known;
  }
}
