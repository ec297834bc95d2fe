package dev.cantilever.drivers.account;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The instrument at the end of a wire, as one exchange after another needs it. */
public interface FarSide {

  /**
   * Makes sure that the instrument answers and is the one that was connected; sends nothing that
   * acts.
   *
   * @throws IOException that says who answered instead, or that nobody did
   */
  void identify() throws IOException;

  /** Why it cannot do a command, as far as it can be told without asking; empty where it can. */
  Optional<String> cannot(Command command);

  /** What the settings read now that a command is about. */
  List<Reading.Outcome> read(Command command) throws IOException;

  /** Sends the command of an entry, once, and reads it back. */
  Ended send(Entry intent);

  /**
   * What came of a lost command as far as the instrument shows it; the same entry where it does
   * not.
   *
   * @param stoppedSince whether the instrument was stopped after the command was sent
   */
  Entry settle(Entry lost, boolean stoppedSince) throws IOException;
}
