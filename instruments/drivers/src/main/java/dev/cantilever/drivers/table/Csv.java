package dev.cantilever.drivers.table;

import dev.cantilever.kernel.port.ConnectionFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated text after RFC 4180: lines end in CR LF or LF, a field in quotation marks may
 * hold commas, ends of line and doubled quotation marks. Stricter than most readers, since a table
 * that was cut or mixed up must not be served.
 */
final class Csv {

  /**
   * A line of fields.
   *
   * @param number of the line of text on which it begins, from 1
   */
  record Line(int number, List<String> fields) {

    Line {
      fields = List.copyOf(fields);
    }
  }

  private final String name;
  private final String text;
  private int at;
  private int number = 1;

  private Csv(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * All lines, each with as many fields as the first.
   *
   * @param name of the file, for messages
   * @throws ConnectionFailure where the text is not such a table, naming the line
   */
  static List<Line> read(String name, String text) {
    Csv csv = new Csv(name, text);
    List<Line> lines = new ArrayList<>();
    while (csv.at < text.length()) {
      Line line = csv.line();
      if (!lines.isEmpty() && line.fields().size() != lines.getFirst().fields().size()) {
        throw failure(
            name,
            line.number(),
            "%d fields, but the first line has %d"
                .formatted(line.fields().size(), lines.getFirst().fields().size()));
      }
      lines.add(line);
    }
    return lines;
  }

  /** A failure that points at a line of a table. */
  static ConnectionFailure failure(String name, int line, String what) {
    return new ConnectionFailure("data set \"%s\", line %d: %s".formatted(name, line, what));
  }

  private Line line() {
    int begin = number;
    List<String> fields = new ArrayList<>();
    do {
      fields.add(comes('"') ? quoted() : plain());
    } while (took(','));
    endLine();
    return new Line(begin, fields);
  }

  private String plain() {
    int begin = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw failure(name, number, "a quotation mark inside a field that does not begin with one");
      }
      at++;
    }
    return text.substring(begin, at).strip();
  }

  private String quoted() {
    int begin = number;
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"' && !took('"')) {
        return field.toString();
      }
      number += next == '\n' ? 1 : 0;
      field.append(next);
    }
    throw failure(name, begin, "a quotation mark is not closed");
  }

  private void endLine() {
    boolean returned = took('\r');
    if (!took('\n') && (returned || at < text.length())) {
      throw failure(name, number, "a field must be followed by a comma or the end of the line");
    }
    number++;
  }

  private boolean comes(char next) {
    return at < text.length() && text.charAt(at) == next;
  }

  private boolean took(char next) {
    boolean there = comes(next);
    at += there ? 1 : 0;
    return there;
  }
}
