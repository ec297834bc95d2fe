package dev.cantilever.drivers.account;

import dev.cantilever.drivers.ledger.LineForm;
import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a ledger line says of a command.
 *
 * @param command empty for a stop
 * @param words why, for a person
 * @param readings what was read back once it was done; before that, what the same checks read when
 *     nothing was sent yet
 */
public record Entry(
    Stage stage, Optional<Command> command, String words, List<Reading.Outcome> readings) {

  /** How far a command came. */
  public enum Stage {
    /** Written down before the first byte is sent. */
    INTENDED,
    DONE,
    /** Not one byte was sent, or the instrument shows that nothing came of it. */
    UNSENT,
    /** The instrument said that it did not do it. */
    REFUSED,
    UNKNOWN,
    /** The instrument was stopped; what it reads since then says little of what was before. */
    STOPPED
  }

  public Entry {
    readings = List.copyOf(readings);
  }

  public static Entry intended(Command command, List<Reading.Outcome> before) {
    return new Entry(Stage.INTENDED, Optional.of(command), "", before);
  }

  public static Entry stopped() {
    return new Entry(Stage.STOPPED, Optional.empty(), "", List.of());
  }

  public Entry as(Stage other, String why) {
    return new Entry(other, command, why, readings);
  }

  public Entry done(List<Reading.Outcome> read) {
    return new Entry(Stage.DONE, command, "", read);
  }

  /** Stage, words, the count of numbers and three fields for each, then the command. */
  public static final class Form implements LineForm<Entry> {

    private static final int HEAD = 3;
    private static final CommandText COMMAND = new CommandText();

    @Override
    public List<String> write(Entry entry) {
      List<String> fields = new ArrayList<>();
      fields.add(entry.stage().name());
      fields.add(plain(entry.words()));
      fields.add(Integer.toString(entry.readings().size()));
      for (Reading.Outcome one : entry.readings()) {
        fields.add(plain(one.name()));
        fields.add(Double.toString(one.value()));
        fields.add(Double.toString(one.standardError()));
      }
      entry.command().ifPresent(command -> fields.addAll(COMMAND.write(command)));
      return fields;
    }

    private static String plain(String text) {
      return text.replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public Entry read(List<String> fields) {
      int count = fields.size() < HEAD ? -1 : Integer.parseInt(fields.get(2));
      int end = HEAD + 3 * count;
      if (count < 0 || end > fields.size()) {
        throw new IllegalArgumentException("a ledger line with %d fields".formatted(fields.size()));
      }
      List<Reading.Outcome> readings = new ArrayList<>();
      for (int i = HEAD; i < end; i += 3) {
        readings.add(
            new Reading.Outcome(
                fields.get(i),
                Double.parseDouble(fields.get(i + 1)),
                Double.parseDouble(fields.get(i + 2))));
      }
      Optional<Command> command =
          end == fields.size()
              ? Optional.empty()
              : Optional.of(COMMAND.read(fields.subList(end, fields.size())));
      return new Entry(Stage.valueOf(fields.get(0)), command, fields.get(1), readings);
    }
  }
}
