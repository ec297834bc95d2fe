package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.Expression.Constant;
import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which names a formula may contain, and what was meant by those it may not. */
final class Names {

  /** The largest number of inputs, and of parameters. */
  static final int MOST = 200;

  private static final int MOST_LISTED = 20;
  private static final int LONGEST = 40;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0," + (LONGEST - 1) + "}");
  private static final List<String> WORDS = List.of("and", "or", "not");
  private static final List<String> FUNCTIONS =
      Stream.concat(
              Stream.of(ElementaryFunction.values()).map(ElementaryFunction::symbol),
              Stream.of("min", "max", "pow", "if"))
          .toList();
  private static final List<String> CONSTANTS =
      Stream.of(Constant.values()).map(Constant::symbol).toList();

  private Names() {}

  /** What is wrong with the declared names themselves. */
  static List<FormulaProblem> declarationProblems(List<String> inputs, List<String> parameters) {
    List<FormulaProblem> problems = new ArrayList<>();
    if (inputs.isEmpty() || inputs.size() > MOST || parameters.size() > MOST) {
      problems.add(
          FormulaProblem.of(
              Kind.SIZE,
              "a formula has 1 to %d inputs and at most %d parameters, not %d and %d"
                  .formatted(MOST, MOST, inputs.size(), parameters.size())));
      return problems;
    }
    Map<String, String> seen = new LinkedHashMap<>();
    inputs.forEach(name -> declare(name, "an input", seen, problems));
    parameters.forEach(name -> declare(name, "a parameter", seen, problems));
    return problems;
  }

  private static void declare(
      String name, String role, Map<String, String> seen, List<FormulaProblem> problems) {
    String quoted = FormulaProblem.quoted(name);
    if (!NAME.matcher(name).matches()) {
      problems.add(
          FormulaProblem.of(
              Kind.DECLARATION,
              "%s cannot be the name of %s; a name has 1 to %d ASCII letters, digits and _, no digit first"
                  .formatted(quoted, role, LONGEST)));
    } else if (isReserved(name)) {
      problems.add(
          FormulaProblem.of(
              Kind.DECLARATION,
              "%s already means something in every formula; choose another name for %s"
                  .formatted(quoted, role)));
    }
    String earlier = seen.putIfAbsent(name, role);
    if (earlier != null) {
      problems.add(
          FormulaProblem.of(
              Kind.DECLARATION,
              "%s is declared twice, as %s and as %s; give each its own name"
                  .formatted(quoted, earlier, role)));
    }
  }

  private static boolean isReserved(String name) {
    return WORDS.contains(name) || FUNCTIONS.contains(name) || CONSTANTS.contains(name);
  }

  /** Every name among the words that is not known, once, whether or not the words make sense. */
  static List<FormulaProblem> unknownNames(List<Token> tokens, List<String> declared) {
    List<String> values =
        Stream.concat(
                declared.stream().filter(name -> NAME.matcher(name).matches()), CONSTANTS.stream())
            .toList();
    Set<String> reported = new HashSet<>(WORDS);
    List<FormulaProblem> problems = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean called = token.kind() == Token.Kind.NAME && tokens.get(i + 1).is("(");
      boolean known = (called ? FUNCTIONS : values).contains(token.text());
      if (token.kind() == Token.Kind.NAME && !known && reported.add(token.text())) {
        problems.add(called ? unknownFunction(token, values) : unknownValue(token, values));
      }
    }
    return problems;
  }

  private static FormulaProblem unknownFunction(Token token, List<String> values) {
    return values.contains(token.text())
        ? unknown(
            token, "is not a function; write " + token.text() + "*(...) for a product", FUNCTIONS)
        : misspelt(token, "is not a function", FUNCTIONS);
  }

  private static FormulaProblem unknownValue(Token token, List<String> values) {
    return FUNCTIONS.contains(token.text())
        ? unknown(token, "is a function; write " + token.text() + "(...)", values)
        : misspelt(token, "is neither an input nor a parameter", values);
  }

  private static FormulaProblem misspelt(Token token, String reason, List<String> allowed) {
    List<String> nearest = nearest(token.text(), allowed);
    String advice =
        nearest.isEmpty()
            ? "; there are " + enumerated(allowed)
            : "; did you mean " + String.join(", ", nearest) + "?";
    return unknown(token, reason + advice, allowed).suggesting(nearest);
  }

  private static FormulaProblem unknown(Token token, String reason, List<String> allowed) {
    String message = token.quoted() + " " + reason;
    return FormulaProblem.at(token.position(), Kind.UNKNOWN_NAME, message)
        .expecting(enumerated(allowed), token.quoted());
  }

  private static String enumerated(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_LISTED)));
    return names.size() > MOST_LISTED ? first + ", ..." : first;
  }

  /** Candidates that differ from a word by case or by few letters, best first; at most three. */
  static List<String> nearest(String word, List<String> candidates) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    int tolerated = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= tolerated)
        .filter(candidate -> distance(word, candidate) <= tolerated)
        .filter(
            candidate -> distance(word, candidate) < Math.max(word.length(), candidate.length()))
        .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .limit(3)
        .toList();
  }

  /** Levenshtein's distance, blind to case. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
