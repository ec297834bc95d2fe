package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the text, reading it ends with a formula that evaluates or with a typed refusal. */
@Timeout(30)
class HostileTextTest {

  private static final String[] WORDS = {
    "x",
    "y",
    "a",
    "b",
    "e",
    "pi",
    "and",
    "or",
    "not",
    "if",
    "exp",
    "log",
    "pow",
    "min",
    "erf",
    "step",
    "(",
    "(",
    ")",
    ")",
    "+",
    "-",
    "*",
    "/",
    "^",
    "<",
    "<=",
    ">",
    ">=",
    "?",
    ":",
    ",",
    "1",
    "0",
    "2.5",
    "1e-9",
    "1e308",
    ".",
    "..",
    "e9",
    "1e",
    "__proto__",
    "${jndi:ldap://h/a}",
    "';--",
    "\u0000",
    "\u202E",
    "\uD800",
    "ﬁ",
    "а",
    "∞",
    "NaN",
    "Infinity",
    "0x1p3",
    "=",
    "!",
    "\\",
    "\"",
    "%s%n",
    "\n",
    "\t",
    " "
  };

  private final RandomStream random = RandomStream.of(7, "hostile");
  private int formulas;

  @Test
  void tenThousandTextsAreReadOrRefused() {
    for (int i = 0; i < 10_000; i++) {
      String text =
          switch (i % 4) {
            case 0 -> words(1 + random.nextInt(12));
            case 1 -> characters(1 + random.nextInt(60), 0x7f);
            case 2 -> characters(1 + random.nextInt(40), 0xffff);
            default -> damaged(new RandomExpressions(i).next(3).text());
          };
      read(text);
    }
    assertThat(formulas).as("texts that are formulas").isBetween(300, 5_000);
  }

  @Test
  void longTextsAreReadOrRefused() {
    for (int i = 0; i < 5; i++) {
      read(words(500));
      read(characters(2_000, 0x7f));
    }
    for (String word : WORDS) {
      read(word.repeat(2_000 / word.length()));
      read((word + " ").repeat(2_000 / (word.length() + 1)));
    }
  }

  private void read(String text) {
    Formula formula;
    try {
      formula = Formula.of(text, List.of("x", "y"), List.of("a", "b", "t_0"));
    } catch (FormulaRefused refused) {
      assertThat(refused.problems()).isNotEmpty();
      assertThat(refused.getMessage()).matches("[ -~]+");
      return;
    }
    formulas++;
    assertThat(Formula.of(formula.text(), formula.inputs(), formula.parameters()))
        .isEqualTo(formula);
    Evaluation evaluation =
        formula.evaluateWithInputSlopes(Points.of(new double[] {0.5, -1.5}), 2, 0, -0.25);
    evaluation.nonFinite().ifPresent(reason -> assertThat(reason.message()).isNotEmpty());
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(2) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private String characters(int count, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) random.nextInt(last + 1));
    }
    return text.toString();
  }

  /** With one character lost, doubled or replaced. */
  private String damaged(String text) {
    int at = random.nextInt(text.length());
    String head = text.substring(0, at);
    String tail = text.substring(at + 1);
    return switch (random.nextInt(3)) {
      case 0 -> head + tail;
      case 1 -> head + text.charAt(at) + text.charAt(at) + tail;
      default -> head + (char) (' ' + random.nextInt(95)) + tail;
    };
  }
}
