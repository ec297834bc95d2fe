package dev.cantilever.drivers.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a table and what the instrument calls it.
 *
 * @param name of the parameter or outcome
 * @param unit of its values, {@code 1} for plain numbers
 * @param header as it stands in the first line of the table
 */
record Column(String name, String unit, String header) {

  /** {@code name}, {@code name [unit]} or {@code name [unit] = header}. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([^\\[\\]=\\p{Cntrl}]{1,60}?)\\s*"
              + "(?:\\[\\s*([^\\[\\]=\\p{Cntrl}]{1,20}?)\\s*\\]\\s*)?"
              + "(?:=\\s*(\\P{Cntrl}{1,200}?)\\s*)?");

  /** Reads columns between commas; empty unless one to forty names and headers differ. */
  static Optional<List<Column>> parse(String text) {
    List<Column> columns = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = FORM.matcher(part);
      if (part.isBlank() || !matcher.matches()) {
        return Optional.empty();
      }
      String unit = matcher.group(2) == null ? "1" : matcher.group(2);
      String header = matcher.group(3) == null ? matcher.group(1) : matcher.group(3);
      columns.add(new Column(matcher.group(1), unit, header));
    }
    return columns.size() <= 40 && differ(columns) ? Optional.of(columns) : Optional.empty();
  }

  private static boolean differ(List<Column> columns) {
    Set<String> headers = new HashSet<>();
    return namesDiffer(columns) && columns.stream().allMatch(c -> headers.add(c.header));
  }

  /** Whether no name comes twice; a header may, where an input is an outcome besides. */
  static boolean namesDiffer(List<Column> columns) {
    Set<String> names = new HashSet<>();
    return columns.stream().allMatch(column -> names.add(column.name));
  }
}
