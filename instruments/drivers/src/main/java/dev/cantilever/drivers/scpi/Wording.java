package dev.cantilever.drivers.scpi;

import dev.cantilever.drivers.simulation.CommandText;
import dev.cantilever.vocabulary.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines of a command, and the way back: what each of them says, in SI units. The second check
 * is shown what was read from the text that leaves, not what that was made of: rounding to the
 * digits that are sent counts.
 */
record Wording(Command command, List<Template> templates, List<String> lines) {

  private static final String NUMBER = "([-+0-9.eE]+)";
  private static final String WORD = "[A-Za-z0-9_.-]+";

  Wording {
    templates = List.copyOf(templates);
    lines = List.copyOf(lines);
  }

  /**
   * Of a command by its recipe.
   *
   * @throws IllegalArgumentException where a part cannot be sent
   */
  static Wording of(Command command, Recipe recipe) {
    Map<String, Object> parts = Particulars.of(command);
    return new Wording(
        command, recipe.sends(), recipe.sends().stream().map(one -> one.render(parts)).toList());
  }

  /** What is asked, and after that what each line says, as fields for the second check. */
  List<List<String>> said() {
    List<String> asked = new CommandText().write(command);
    List<List<String>> said = new ArrayList<>(List.of(asked));
    for (int i = 0; i < lines.size(); i++) {
      said.add(said(asked, templates.get(i).text(), lines.get(i)));
    }
    return said;
  }

  private List<String> said(List<String> asked, String template, String line) {
    List<String> names = List.copyOf(Particulars.of(command).keySet());
    List<String> fields = new ArrayList<>(asked);
    List<Term> numbers = numbers(template);
    Matcher matcher = shape(template).matcher(line);
    if (!matcher.matches() || names.size() != fields.size() - 1) {
      throw new IllegalArgumentException("\"%s\" cannot be read back".formatted(line));
    }
    for (int i = 0; i < numbers.size(); i++) {
      Term term = numbers.get(i);
      double value = (Double.parseDouble(matcher.group(i + 1)) - term.offset()) / term.factor();
      fields.set(names.indexOf(term.name()) + 1, Double.toString(value));
    }
    return fields;
  }

  private Pattern shape(String template) {
    StringBuilder shape = new StringBuilder();
    Matcher placeholder = Term.PLACEHOLDER.matcher(template);
    int from = 0;
    while (placeholder.find()) {
      shape.append(Pattern.quote(template.substring(from, placeholder.start())));
      shape.append(isNumber(placeholder.group(1)) ? NUMBER : WORD);
      from = placeholder.end();
    }
    return Pattern.compile(shape + Pattern.quote(template.substring(from)));
  }

  private List<Term> numbers(String template) {
    Stream<Term> all =
        Term.PLACEHOLDER.matcher(template).results().map(found -> Term.parse(found.group()));
    return all.filter(term -> isNumber(term.name())).toList();
  }

  private boolean isNumber(String name) {
    return Particulars.of(command).get(name) instanceof Double;
  }
}
