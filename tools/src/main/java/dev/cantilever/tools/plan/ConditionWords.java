package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a condition with its references, its numbers with units and its comparisons of texts
 * lifted out, each replaced by a variable of a formula.
 */
final class ConditionWords {

  private static final String UNIT_PART = "[A-Za-z\u00b5\u03bc\u00b0\u00c5%]+(?:\\^-?\\d{1,2})?";
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![A-Za-z0-9_.])(?:(?<text>"
              + Reference.FORM
              + ")\\s+is\\s+\"(?<words>[^\"\\\\]{0,80})\""
              + "|(?<number>\\d{1,40}+(?:\\.\\d{1,40}+)?+(?:[eE][+-]?\\d{1,3}+)?+)\\s*"
              + "(?<unit>(?!(?:and|or|is|not)\\b)"
              + UNIT_PART
              + "(?:/"
              + UNIT_PART
              + ")?)"
              + "|(?<plain>\\d[\\d.]*(?:[eE][+-]?\\d+)?)"
              + "|(?<function>[a-z][a-z0-9_]*)(?=\\s*\\()"
              + "|(?<name>"
              + Reference.FORM
              + "))");

  /** These have a meaning of their own. */
  static final Set<String> RESERVED = Set.of("and", "or", "not", "is", "pi", "e");

  private final StringBuilder formula = new StringBuilder();
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Map<String, Reference> references = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Double> literals = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private ConditionWords() {}

  /** Total: never throws. */
  static ConditionWords of(String text) {
    ConditionWords words = new ConditionWords();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      words.formula.append(text, end, matcher.start()).append(words.lifted(matcher));
      end = matcher.end();
    }
    words.formula.append(text, end, text.length());
    return words;
  }

  private String lifted(Matcher matcher) {
    if (matcher.group("words") != null) {
      String variable = variable(matcher.group());
      texts.put(variable, matcher.group("words"));
      references.put(variable, Reference.parse(matcher.group("text")).orElseThrow());
      return "(" + variable + " > 0)";
    }
    if (matcher.group("unit") != null) {
      return literal(matcher);
    }
    String name = matcher.group("name");
    if (name == null || RESERVED.contains(name)) {
      return matcher.group();
    }
    String variable = variable(name);
    references.put(variable, Reference.parse(name).orElseThrow());
    return variable;
  }

  private String literal(Matcher matcher) {
    Measurable measured =
        Measurable.of(new BigDecimal(matcher.group("number")), matcher.group("unit"));
    measured.ifUnfit(matcher.group(), problems::add);
    String variable = variable(matcher.group());
    literals.put(variable, measured.number());
    measured.unit().ifPresent(unit -> units.put(variable, unit));
    return variable;
  }

  private String variable(String text) {
    String variable = "v" + (written.size() + 1);
    written.put(variable, text);
    return variable;
  }

  /** In the language of formulas. */
  String formula() {
    return formula.toString();
  }

  /** All variables, where at least one of them is a reference. */
  List<String> names() {
    return references.isEmpty() ? List.of() : List.copyOf(written.keySet());
  }

  Map<String, Reference> references() {
    return references;
  }

  Map<String, Double> literals() {
    return literals;
  }

  Map<String, String> unitsOfLiterals() {
    return units;
  }

  List<String> problems() {
    return problems;
  }

  boolean isText(String variable) {
    return texts.containsKey(variable);
  }

  /** As it stood in the condition. */
  String written(String variable) {
    return isText(variable) ? references.get(variable).text() : written.get(variable);
  }

  Measurable measured(String variable, JsonNode value) {
    return isText(variable) ? Measurable.same(value, texts.get(variable)) : Measurable.of(value);
  }

  /** A message about the formula in the words of the condition. */
  String back(String message) {
    Matcher matcher = Pattern.compile("\\bv\\d+\\b").matcher(message);
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(written.getOrDefault(match.group(), match.group())));
  }
}
