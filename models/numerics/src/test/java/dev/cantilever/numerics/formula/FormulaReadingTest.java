package dev.cantilever.numerics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaReadingTest {

  private static final List<String> INPUTS = List.of("x", "y");
  private static final List<String> PARAMETERS = List.of("a", "b", "t");

  private static Formula read(String source) {
    return Formula.of(source, INPUTS, PARAMETERS);
  }

  /** At x = 3, y = 2, a = 1.5, b = 0.5, t = 4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -x^2                        | -9
          (-x)^2                      | 9
          y^x^y                       | 512
          2^-1                        | 0.5
          y^-x^y                      | 0.001953125
          x - y - 1                   | 0
          x - (y - 1)                 | 2
          12/x/y                      | 2
          12/(x/y)                    | 8
          2*x + y*3                   | 12
          --x                         | 3
          +x - -y                     | 5
          -x*y                        | -6
          1e2 + .5 + 2.               | 102.5
          1.5E-1                      | 0.15
          2*e^0 - 3                   | -1
          pi                          | 3.141592653589793
          e                           | 2.718281828459045
          x < t ? x^a : x^b           | 5.196152422706632
          x >= t ? x : y              | 2
          x > 1 ? y > 5 ? 1 : 2 : 3   | 2
          x > 9 ? 1 : x > 2 ? 2 : 3   | 2
          if(x < y, a, b)             | 0.5
          x < y or x <= 3 ? 1 : 0     | 1
          x < y and x <= 3 ? 1 : 0    | 0
          1 < 0 and 1 < 0 or 0 < 1 ? 1 : 0   | 1
          0 < 1 or 1 < 0 and 1 < 0 ? 1 : 0   | 1
          not x < y and y < x ? 1 : 0 | 1
          not (x < y or y < x) ? 1 : 0| 0
          (x < y) ? 1 : 0             | 0
          ((x) + (y) < 9) ? 1 : 0     | 1
          pow(x, y) + min(x, y) - max(x, y)  | 8
          abs(-x) + sqrt(4) + step(0) | 6
          step(-1e-9)                 | 0
          """)
  void meansWhatMathematicsMeans(String source, double expected) {
    double[] values = read(source).values(Points.of(new double[] {3, 2}), 1.5, 0.5, 4);
    assertThat(values[0]).isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ((x))+ (y)                  | x + y
          a*(x+y)^2/b                 | a*(x + y)^2/b
          (a*b)*x                     | a*b*x
          a*(b*x)                     | a*(b*x)
          -(x^2)                      | -x^2
          a*-b                        | a*(-b)
          a - -b                      | a - (-b)
          x^(a^b)                     | x^a^b
          (x^a)^b                     | (x^a)^b
          pow(x,-2)                   | x^(-2)
          if(x<t,x,y)                 | x < t ? x : y
          (x<t and y<t) or not x<y?a:b | x < t and y < t or not (x < y) ? a : b
          1.0e-9*x + 1E3 + 0.50       | 1e-9*x + 1000 + 0.5
          """)
  void hasOneCanonicalText(String source, String canonical) {
    assertThat(read(source).text()).isEqualTo(canonical);
    assertThat(read(canonical)).isEqualTo(read(source));
  }

  @Test
  void readsBackEveryExpressionItPrints() {
    RandomExpressions random = new RandomExpressions(1);
    for (int i = 0; i < 1_500; i++) {
      Expression drawn = random.next(1 + i % 5);
      assertThat(Parser.parse(Lexer.tokens(drawn.text())))
          .as("expression %d: %s", i, drawn.text())
          .isEqualTo(drawn);
    }
  }

  @Test
  void readsBackEveryNumberItPrints() {
    RandomStream random = RandomStream.of(3, "numbers");
    for (int i = 0; i < 1_000; i++) {
      double number = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (Double.isFinite(number)) {
        String text = new Expression.Literal(number).text();
        assertThat(Parser.parse(Lexer.tokens(text))).isEqualTo(new Expression.Literal(number));
      }
    }
  }

  @Test
  void printsTheSameInEveryCountry() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(read("x*1.5 + max(x, 1e-7)").text()).isEqualTo("x*1.5 + max(x, 1e-7)");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void isEqualOnlyWithEqualNames() {
    assertThat(read("a*x")).isEqualTo(read(" a * x ")).hasSameHashCodeAs(read("a*x"));
    assertThat(read("a*x")).isNotEqualTo(read("x*a"));
    assertThat(read("x")).isNotEqualTo(Formula.of("x", INPUTS, List.of()));
  }

  @Test
  void readsWhatIsJustSmallEnough() {
    assertThat(read("x" + "+x".repeat(99)).text()).hasSize(1 + 99 * 4);
    assertThat(read("exp(".repeat(40) + "x" + ")".repeat(40)).text()).startsWith("exp(exp(");
    assertThat(read("(".repeat(60) + "x" + ")".repeat(60)).text()).isEqualTo("x");
    assertThat(read("x" + " ".repeat(1_999)).text()).isEqualTo("x");
  }

  @Test
  void canonicalTextOfTheDeepestFormulaReadsBack() {
    String deepest = "-".repeat(40) + "x";
    assertThat(read(read(deepest).text())).isEqualTo(read(deepest));
  }
}
