package dev.cantilever.tools.file.text;

import dev.cantilever.tools.file.content.Metadata;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands above the numbers of a comma-separated file: {@code # key: value} lines and the line
 * of names {@code name[unit]}.
 *
 * <p>Keys of our own: {@code axes}, how many of the columns are axes, and {@code shape}, their
 * sizes, slowest first. A backslash keeps a colon of a key and the line ends of a value.
 */
final class CsvHeader {

  static final String AXES = "axes";
  static final String SHAPE = "shape";

  private CsvHeader() {}

  /** A column: its name and the symbol of its unit. */
  record Column(String name, String unit) {

    static Column of(String cell) {
      int open = cell.lastIndexOf('[');
      return open >= 0 && cell.endsWith("]")
          ? new Column(cell.substring(0, open).strip(), cell.substring(open + 1, cell.length() - 1))
          : new Column(cell.strip(), "");
    }

    String cell() {
      String text = name + "[" + unit + "]";
      boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
      return quoted ? '"' + text.replace("\"", "\"\"").replace('\n', ' ') + '"' : text;
    }
  }

  /** The cells of one line, where quotation marks keep a separator. */
  static List<String> cells(String line, char separator, int most) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length() && cells.size() <= most; i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** The separator that a line of names uses. */
  static char separator(String line) {
    return line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
  }

  static void read(String line, Metadata.Builder metadata) {
    String text = line.substring(1);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == ':') {
        metadata.put(plain(text.substring(0, i)), plain(text.substring(i + 1).strip()));
        return;
      }
    }
  }

  static String line(String key, String value) {
    return "# " + escaped(key).replace(":", "\\:") + ": " + escaped(value) + "\n";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
