package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaRefusalTest {

  private static List<FormulaProblem> problems(String source) {
    return problems(source, List.of("x", "y"), List.of("a", "b", "tau"));
  }

  private static List<FormulaProblem> problems(
      String source, List<String> inputs, List<String> parameters) {
    return catchThrowableOfType(FormulaRefused.class, () -> Formula.of(source, inputs, parameters))
        .problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a*              | SYNTAX     | 3  | found the end, expected a number, a name, a function or (
          a*x)            | SYNTAX     | 4  | found ")", expected an operator or the end
          (a*x            | SYNTAX     | 5  | found the end, expected )
          2x              | SYNTAX     | 2  | an operator (a product is written 2*x)
          2e              | SYNTAX     | 2  | an operator (a product is written 2*x)
          1.2.3           | SYNTAX     | 4  | an operator (a product is written 2*x)
          (a)(b)          | SYNTAX     | 4  | an operator (a product is written 2*x)
          a*/b            | SYNTAX     | 3  | found "/"
          exp()           | SYNTAX     | 5  | found ")"
          x < 1 ? a       | SYNTAX     | 10 | expected :
          and             | SYNTAX     | 1  | found "and"
          a = 2           | CHARACTER  | 3  | there is no assignment and no equality
          x**2            | CHARACTER  | 2  | write ^ for a power
          a[0]            | CHARACTER  | 2  | write (
          x; exit         | CHARACTER  | 2  | use ASCII letters
          "x"             | CHARACTER  | 1  | use ASCII letters
          1e999*x         | NUMBER     | 1  | too large or too small
          1e-999*x        | NUMBER     | 1  | too large or too small
          a*(x < 1)       | CONDITION  | 3  | a condition is true or false and no number
          x < 1           | CONDITION  | 1  | a condition is true or false and no number
          x ? a : b       | CONDITION  | 1  | a condition must compare
          x < 1 and y ? a : b | CONDITION | 11 | a condition must compare
          if(x, a, b)     | CONDITION  | 4  | a condition must compare
          0 < x < 1 ? a : b | CONDITION | 7 | write a < b and b < c
          (x < 1) + 1     | CONDITION  | 1  | a condition is true or false and no number
          exp(x, y)       | ARGUMENTS  | 1  | exp takes one number, not 2
          a + min(x)      | ARGUMENTS  | 5  | min takes two numbers, not 1
          if(x < 1, a)    | ARGUMENTS  | 1  | if takes a condition and two numbers, not 2
          """)
  void saysWhereAndWhatInstead(String source, Kind kind, int character, String words) {
    FormulaProblem problem = problems(source).getLast();
    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.position()).isEqualTo(character - 1);
    assertThat(problem.message()).startsWith("at character " + character + ": ").contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'а*x', 1, U+0430", // Cyrillic a
    "'x − 1', 3, write the ASCII minus", // U+2212
    "'x × 2', 3, write * for a product",
    "'x²', 2, write ^2",
    "'x ≤ 1 ? a : b', 3, write <=",
    "'ｅxp(x)', 1, U+FF45", // fullwidth e
    "'x\u200B', 2, U+200B", // zero width space
    "'x\u00A0', 2, U+00A0", // no-break space
    "'τ', 1, U+03C4",
    "'\uD835\uDC65', 1, U+1D465" // mathematical italic x
  })
  void refusesCharactersThatOnlyLookRight(String source, int character, String words) {
    FormulaProblem problem = problems(source).getLast();
    assertThat(problem.kind()).isEqualTo(Kind.CHARACTER);
    assertThat(problem.position()).isEqualTo(character - 1);
    assertThat(problem.message()).contains(words);
    assertThat(problem.got()).matches("[ -~]*");
  }

  @Test
  void namesAllUnknownNamesAtOnceWithWhatWasMeant() {
    List<FormulaProblem> problems = problems("A*exq(x/Tau) + bb*z + zeta(tou) + a(x) + sin");
    assertThat(problems).allMatch(problem -> problem.kind() == Kind.UNKNOWN_NAME);
    assertThat(problems)
        .extracting(FormulaProblem::got)
        .containsExactly(
            "\"A\"",
            "\"exq\"",
            "\"Tau\"",
            "\"bb\"",
            "\"z\"",
            "\"zeta\"",
            "\"tou\"",
            "\"a\"",
            "\"sin\"");
    assertThat(problems)
        .extracting(FormulaProblem::suggestions)
        .startsWith(
            List.of("a"), List.of("exp"), List.of("tau"), List.of("b"), List.of(), List.of());
    assertThat(problems.get(6).suggestions()).containsExactly("tau");
    assertThat(problems.get(7).message()).contains("write a*(...) for a product");
    assertThat(problems.get(8).message()).contains("write sin(...)");
  }

  @Test
  void namesUnknownNamesAlsoWhereTheGrammarIsWrong() {
    assertThat(problems("q*(x + "))
        .extracting(FormulaProblem::kind)
        .containsExactly(Kind.UNKNOWN_NAME, Kind.SYNTAX);
  }

  @Test
  void saysWhichNamesThereAre() {
    assertThat(problems("q").getFirst().message())
        .isEqualTo(
            "at character 1: \"q\" is neither an input nor a parameter;"
                + " there are x, y, a, b, tau, pi, e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2x", "a b", "x'", "exp", "pi", "e", "and", "if", "а", "a\n"})
  void refusesNamesThatCannotBeOne(String name) {
    assertThat(problems("1", List.of("x"), List.of(name)))
        .extracting(FormulaProblem::kind)
        .containsExactly(Kind.DECLARATION);
  }

  @Test
  void doesNotRepeatNamesThatCannotBeOne() {
    assertThat(problems("q + y2", List.of("x"), List.of("%s%n", "y\u0430", "y1")))
        .extracting(FormulaProblem::message)
        .allMatch(message -> message.matches("[ -~]+"))
        .hasSize(4)
        .last()
        .asString()
        .endsWith("did you mean y1?");
  }

  @Test
  void refusesANameThatIsDeclaredTwice() {
    assertThat(problems("x", List.of("x", "y", "y"), List.of("x")))
        .extracting(FormulaProblem::message)
        .containsExactly(
            "\"y\" is declared twice, as an input and as an input; give each its own name",
            "\"x\" is declared twice, as an input and as a parameter; give each its own name");
  }

  @Test
  void refusesTooManyNamesOrNoInput() {
    assertThat(problems("1", List.of(), List.of())).hasSize(1);
    assertThat(problems("1", Collections.nCopies(201, "x"), List.of()).getFirst().kind())
        .isEqualTo(Kind.SIZE);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(problems("x" + " ".repeat(2_000)).getFirst().message())
        .isEqualTo("the formula has 2001 characters; at most 2000 are allowed");
    assertThat(problems("x".repeat(5_000_000)).getFirst().kind()).isEqualTo(Kind.SIZE);
    assertThat(problems("x" + "+x".repeat(100)).getFirst().message())
        .isEqualTo("the formula has more than 200 parts; shorten it");
  }

  @Test
  void refusesWhatPrintsTooLong() {
    String name = "n".repeat(40);
    String source = name + "+(-1)".repeat(1) + ("+" + name).repeat(47);
    assertThat(source.length()).isLessThan(2_000);
    assertThat(problems(source, List.of(name), List.of()).getFirst().kind()).isEqualTo(Kind.SIZE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "-",
        "+",
        "not ",
        "exp(",
        "x^",
        "x<1?",
        "x<1?1:",
        "if(x<1,1,",
        "x^-",
        "((",
        "2*(",
        "max(1,",
        "not("
      })
  void refusesWhatIsNestedTooDeeply(String opening) {
    for (int levels : new int[] {130, 600, 1_900}) {
      String source = opening.repeat(Math.min(levels, 1_990 / opening.length())) + "x";
      assertThat(problems(source).getLast().kind()).isEqualTo(Kind.SIZE);
    }
  }

  @Test
  void refusesNestingBeyondFortyHoweverItIsWritten() {
    assertThat(problems("exp(".repeat(41) + "x" + ")".repeat(41)).getFirst().message())
        .contains("nested more than 40 deep");
    assertThat(problems("-".repeat(41) + "x").getFirst().kind()).isEqualTo(Kind.SIZE);
  }
}
