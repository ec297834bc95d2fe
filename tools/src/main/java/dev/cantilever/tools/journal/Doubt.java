package dev.cantilever.tools.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Whether a journal file failed to reach the disk. After a force that failed the system may call
 * the next one a success although the bytes never arrived (Rebello et al., USENIX ATC 2020, "Can
 * Applications Recover from fsync Failures?"), so nothing is appended to such a file any more, by
 * any process: an empty file beside it says so. What was acknowledged before lies on the disk; it
 * is verified and copied when the run is resumed. After a loss of power the mark may be gone, and
 * with it what the disk never got: then the file is what the disk holds, and nothing is in doubt.
 */
final class Doubt {

  private static final int PRIMARY_CODE = 0xff;

  private Doubt() {}

  static Path fileFor(Path journal) {
    return journal.resolveSibling("journal.unforced");
  }

  static boolean isCast(Path journal) {
    return Files.exists(fileFor(journal));
  }

  /** Best effort: whoever casts it trusts the file no more in any case. */
  static void cast(Path journal) {
    try {
      Files.writeString(fileFor(journal), "");
    } catch (IOException alsoFails) {
      // the disk is gone; this process at least knows
    }
  }

  static void lift(Path journal) throws IOException {
    Files.deleteIfExists(fileFor(journal));
  }

  /** Whether a failure of the database is one of the disk, and not a refusal or a lock. */
  static boolean isOwed(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return isOfDisk(sqlite.getResultCode().code);
      }
      if (cause instanceof SQLException other) {
        return isOfDisk(other.getErrorCode());
      }
    }
    return false;
  }

  private static boolean isOfDisk(int code) {
    int primary = code & PRIMARY_CODE;
    return primary == SQLiteErrorCode.SQLITE_IOERR.code
        || primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
  }
}
