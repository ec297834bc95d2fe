package dev.cantilever.tools.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.schema.StrictJson;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** RFC 8785, appendix B: IEEE 754 bits and their text. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void writesNumbersAsAppendixBOfRfc8785(String bits, String text) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.text(JSON.numberNode(value))).isEqualTo(text);
  }

  /** RFC 8785, appendix B: one digit is enough, and ECMAScript writes the shortest. */
  @Test
  void writesTheLeastDoublesWithOneDigit() {
    assertThat(CanonicalJson.text(JSON.numberNode(Double.MIN_VALUE))).isEqualTo("5e-324");
    assertThat(CanonicalJson.text(JSON.numberNode(-Double.MIN_VALUE))).isEqualTo("-5e-324");
  }

  /** What was written once can be read and written again, as a journal's verifier does. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, -2.5e-9, 9007199254740992.0, 1e17, 3.3e20, 1e21})
  void itsOwnOutputIsCanonical(double value) {
    String text = CanonicalJson.text(JSON.numberNode(value));
    assertThat(canonical(text)).isEqualTo(text);
  }

  /** RFC 8785, section 3.2.2. */
  @Test
  void writesTheSampleOfRfc8785() {
    String sample =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertThat(canonical(sample))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, section 3.2.3: by code units, so the emoji (a pair from D83D) stands before FB33. */
  @Test
  void sortsKeysByUtf16CodeUnits() {
    String sample =
        """
        {"\\u20ac": 5, "\\r": 1, "\\ufb33": 7, "1": 2, "\\ud83d\\ude00": 6, "\\u0080": 3,
         "\\u00f6": 4}
        """;
    assertThat(StrictJson.ours(canonical(sample)))
        .extracting(JsonNode::intValue)
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void sortsKeysOfInnerObjectsAndKeepsTheOrderOfArrays() {
    assertThat(canonical("[{\"b\": {\"d\": 1, \"c\": 2}, \"a\": [3, 1, 2]}, {}, []]"))
        .isEqualTo("[{\"a\":[3,1,2],\"b\":{\"c\":2,\"d\":1}},{},[]]");
  }

  /** RFC 8785, section 3.2.2.2: seven short escapes, \\u00xx for other controls, no other. */
  @Test
  void escapesExactlyWhatMustBeEscaped() {
    StringBuilder expected = new StringBuilder("\"");
    StringBuilder text = new StringBuilder();
    for (char c = 0; c < 0x20; c++) {
      text.append(c);
      int shortForm = "\b\t\n\f\r".indexOf(c);
      expected.append(
          shortForm < 0 ? "\\u%04x".formatted((int) c) : "\\" + "btnfr".charAt(shortForm));
    }
    text.append("\"\\/\u007f\u2028é😀");
    expected.append("\\\"\\\\/\u007f\u2028é😀\"");
    assertThat(CanonicalJson.text(JSON.textNode(text.toString()))).isEqualTo(expected.toString());
  }

  @Test
  void bytesAreUtf8() {
    JsonNode text = JSON.textNode("µ😀");
    assertThat(CanonicalJson.bytes(text)).isEqualTo("\"µ😀\"".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotAFiniteNumber(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.text(JSON.numberNode(value)))
        .withMessageContaining("not a finite number");
  }

  @Test
  void refusesDecimalsThatNoDoubleHolds() {
    assertThatIllegalArgumentException().isThrownBy(() -> canonical("[1e400]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
  void refusesUnpairedSurrogates(String text) {
    ObjectNode asKey = JSON.objectNode().put(text, 1);
    for (JsonNode node : List.of(JSON.textNode(text), asKey)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CanonicalJson.text(node))
          .withMessageContaining("unpaired surrogate");
    }
  }

  @Test
  void writesIntegersUpTo2To53() {
    long greatest = 1L << 53;
    assertThat(CanonicalJson.text(JSON.numberNode(greatest))).isEqualTo("9007199254740992");
    assertThat(CanonicalJson.text(JSON.numberNode(-greatest))).isEqualTo("-9007199254740992");
  }

  @Test
  void refusesIntegersBeyond2To53() {
    BigInteger first = BigInteger.ONE.shiftLeft(53).add(BigInteger.ONE);
    for (BigInteger integer :
        List.of(first, first.negate(), BigInteger.TWO.pow(64), BigInteger.TEN.pow(30).negate())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CanonicalJson.text(JSON.numberNode(integer)))
          .withMessageContaining("2^53");
    }
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.text(JSON.binaryNode(new byte[] {1})));
  }

  @Test
  void everyDoubleReadsBackToTheSameBits() {
    long seed = 8785;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = CanonicalJson.text(JSON.numberNode(value));
        assertThat(Double.parseDouble(text)).as("seed %d, draw %d", seed, i).isEqualTo(value);
      }
    }
  }

  private static String canonical(String json) {
    return CanonicalJson.text(StrictJson.ours(json));
  }
}
