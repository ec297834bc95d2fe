package dev.cantilever.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing is total: whatever the text, a value or problems, never an exception. */
class HostileTextTest {

  private static final RecordType<Scan> TYPE = RecordType.forTool(Scan.class);

  /** A valid text with a few characters changed, doubled or lost. */
  @Test
  void neverThrowsOnMutatedTexts() {
    long seed = 4711;
    Random random = new Random(seed);
    String spice = "{}[]\":,.-+eE0123456789 \\u\u0000\ud83d\ude00\u202eNaNnullµ";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(Scan.SHORTEST);
      for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        char with = spice.charAt(random.nextInt(spice.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, with);
          case 1 -> text.insert(at, with);
          default -> text.deleteCharAt(at);
        }
      }
      assertThatCode(() -> TYPE.parse(text.toString()))
          .as("seed %d, draw %d: %s", seed, i, text)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e2147483647", "-1e2147483647"})
  void refusesNumbersBeyondEveryDouble(String number) {
    assertThat(TYPE.parse(Scan.SHORTEST.replace("0.5", number))).isInstanceOf(Parsed.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e-99999999999"})
  void refusesExponentsThatNoIntegerHolds(String number) {
    assertThat(TYPE.parse(Scan.SHORTEST.replace("0.5", number))).isInstanceOf(Parsed.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-2147483647", "1e2147483647", "1.5e-2147483646", "1e-2147483640"})
  void neverThrowsOnQuantitiesWithHugeExponents(String number) {
    String quantity = "{\"value\": %s, \"unit\": \"nm\"}".formatted(number);
    assertThatCode(() -> TYPE.parse(Scan.SHORTEST.replace("\"250 nm\"", quantity)))
        .doesNotThrowAnyException();
  }

  /** A lone half of a pair is legal as an escape in JSON, but no text that can be kept. */
  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d", "\\ude00", "a\\ud83db"})
  void refusesTextWithAnUnpairedSurrogate(String text) {
    String arguments =
        Scan.SHORTEST.replace("\"gain\"", "\"note\": \"%s\", \"gain\"".formatted(text));
    assertThat(TYPE.parse(arguments)).isInstanceOf(Parsed.Invalid.class);
  }

  @Test
  void refusesNumbersWithTooManyDigits() {
    String digits = "0." + "5".repeat(60);
    assertThat(TYPE.parse(Scan.SHORTEST.replace("0.5", digits))).isInstanceOf(Parsed.Invalid.class);
  }
}
