package dev.cantilever.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictParsingTest {

  private static final RecordType<Scan> TYPE = RecordType.forTool(Scan.class);

  @Test
  void readsAValidTextAndFillsInDeclaredDefaultsOnly() {
    assertThat(TYPE.parse(Scan.SHORTEST))
        .isEqualTo(
            new Parsed.Valid<>(
                new Scan(
                    new Length(250e-9),
                    8,
                    0.5,
                    Scan.Direction.SLOW_AXIS,
                    Optional.empty(),
                    List.of(3),
                    true,
                    new Scan.Dot())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"gain\": 0.5  | \"gain\": \"NaN\"              | ARG_TYPE    | /gain",
        "\"gain\": 0.5  | \"gain\": \"0.5\"              | ARG_TYPE    | /gain",
        "\"gain\": 0.5  | \"gain\": null                 | ARG_TYPE    | /gain",
        "\"gain\": 0.5  | \"gain\": true                 | ARG_TYPE    | /gain",
        "\"gain\": 0.5  | \"gain\": 1e400                | ARG_TYPE    | /gain",
        "\"gain\": 0.5  | \"gain\": -1e400               | ARG_TYPE    | /gain",
        "\"gain\": 0.5  | \"gain\": 2.0000000000000004   | ARG_RANGE   | /gain",
        "\"gain\": 0.5  | \"gain\": -5e-324              | ARG_RANGE   | /gain",
        "\"gain\": 0.5  | \"Gain\": 0.5, \"gain\": 1     | ARG_UNKNOWN | /Gain",
        "\"gain\": 0.5  | \"gain\": 1, \"a/b~c\": 0      | ARG_UNKNOWN | /a~1b~0c",
        "\"gain\": 0.5, | ``                             | ARG_MISSING | /gain",
        "\"gain\":      | \"lines\": 8.0, \"gain\":      | ARG_TYPE    | /lines",
        "\"gain\":      | \"lines\": 65, \"gain\":       | ARG_RANGE   | /lines",
        "\"gain\":      | \"lines\": 4294967298, \"gain\": | ARG_RANGE   | /lines",
        "\"gain\":      | \"lines\": 18446744073709551624, \"gain\": | ARG_RANGE | /lines",
        "\"gain\":      | \"note\": null, \"gain\":      | ARG_TYPE    | /note",
        "\"gain\":      | \"note\": \"thirteen char\", \"gain\": | ARG_RANGE | /note",
        "\"gain\":      | \"retrace\": \"true\", \"gain\": | ARG_TYPE  | /retrace",
        "\"gain\":      | \"retrace\": 1, \"gain\":      | ARG_TYPE    | /retrace",
        "250 nm         | 2 V                            | ARG_UNIT    | /start",
        "250 nm         | 250 nn                         | ARG_UNIT    | /start",
        "250 nm         | 250                            | ARG_UNIT    | /start",
        "250 nm         | NaN nm                         | ARG_UNIT    | /start",
        "250 nm         | 0,25 µm                        | ARG_UNIT    | /start",
        "250 nm         | 1e400 m                        | ARG_UNIT    | /start",
        "250 nm         | 1000.0000000000001 nm          | ARG_RANGE   | /start",
        "\"250 nm\"     | 250                            | ARG_UNIT    | /start",
        "\"250 nm\"     | {\"value\": \"250\", \"unit\": \"nm\"} | ARG_TYPE | /start",
        "\"250 nm\"     | {\"value\": 1, \"unit\": \"nm\", \"of\": 2} | ARG_TYPE | /start",
        "slow_axis      | Slow_Axis                      | ARG_TYPE    | /direction",
        "slow_axis      | diagonal                       | ARG_TYPE    | /direction",
        "[3]            | []                             | ARG_RANGE   | /sites",
        "[3]            | [1, 2, 3, 4]                   | ARG_RANGE   | /sites",
        "[3]            | [3, 10]                        | ARG_RANGE   | /sites/1",
        "[3]            | 3                              | ARG_TYPE    | /sites",
        "\"gain\":      | \"shape\": {\"kind\": \"box\"}, \"gain\": | ARG_TYPE | /shape/kind",
        "\"gain\":      | \"shape\": \"dot\", \"gain\":  | ARG_TYPE    | /shape/kind",
        "\"gain\":      | \"shape\": {\"kind\": \"dot\", \"x\": 1}, \"gain\":"
            + " | ARG_UNKNOWN | /shape/x",
        "\"gain\":      | \"shape\": {\"kind\": \"long_line\"}, \"gain\":"
            + " | ARG_MISSING | /shape/length",
        "\"gain\": 0.5  | \"gain\": 1.5, \"lines\": 33   | ARG_CONFLICT | ``"
      })
  void refusesOneWrongPlaceAndSaysWhere(
      String part, String wrong, ProblemCode code, String pointer) {
    assertThat(Scan.SHORTEST).contains(part);
    assertThat(problems(Scan.SHORTEST.replace(part, wrong)))
        .extracting(Problem::code, Problem::pointer)
        .containsExactly(tuple(code, pointer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"gain\": NaN}",
        "{\"gain\": Infinity}",
        "{\"gain\": 0.5, \"gain\": 0.5}",
        "{\"gain\": 0.5, \"\\u0067ain\": 0.6}",
        "{\"gain\": 0.5,}",
        "{\"sites\": [3,]}",
        "{\"gain\": 0.5} {\"gain\": 0.5}",
        "{\"gain\": 0.5} x",
        "{\"gain\": 0.5}}",
        "{'gain': 0.5}",
        "{gain: 0.5}",
        "{\"gain\": .5}",
        "{\"gain\": 05}",
        "{\"gain\": +5}",
        "{\"gain\": 0x5}",
        "{\"gain\": 0.5 /* so */}",
        "{\"gain\": 0.5} // so",
        "```json\n{}\n```",
        "{\"gain\"",
        "[]",
        "null",
        "\"{}\"",
        "0"
      })
  void refusesWhatIsNotOneStrictJsonObject(String text) {
    assertThat(problems(text))
        .extracting(Problem::code, Problem::pointer)
        .containsExactly(tuple(ProblemCode.ARG_SYNTAX, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void refusesNothing(String text) {
    assertThat(problems(text)).extracting(Problem::code).containsExactly(ProblemCode.ARG_MISSING);
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 1_000, 30_000})
  void refusesDeepNestingWithoutOverflow(int depth) {
    String text = "{\"sites\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    assertThat(problems(text)).extracting(Problem::code).containsExactly(ProblemCode.ARG_SYNTAX);
  }

  @Test
  void refusesTextThatIsTooLongWithoutReadingIt() {
    String padded = Scan.SHORTEST + " ".repeat(65_536 - Scan.SHORTEST.length());
    assertThat(TYPE.parse(padded)).isInstanceOf(Parsed.Valid.class);
    assertThat(problems(padded + " "))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.ARG_SYNTAX);
              assertThat(problem.message()).contains("65537");
            });
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    String text =
        """
        {"start": "2 kg", "lines": 0, "gain": "much", "sites": [1, -1, "x"], "speed": 3,
         "note": "far too long a note", "shape": {"kind": "long_line", "length": "1 km"}}""";
    assertThat(problems(text))
        .extracting(Problem::code, Problem::pointer)
        .containsExactlyInAnyOrder(
            tuple(ProblemCode.ARG_UNKNOWN, "/speed"),
            tuple(ProblemCode.ARG_UNIT, "/start"),
            tuple(ProblemCode.ARG_RANGE, "/lines"),
            tuple(ProblemCode.ARG_TYPE, "/gain"),
            tuple(ProblemCode.ARG_MISSING, "/direction"),
            tuple(ProblemCode.ARG_RANGE, "/note"),
            tuple(ProblemCode.ARG_RANGE, "/sites/1"),
            tuple(ProblemCode.ARG_TYPE, "/sites/2"),
            tuple(ProblemCode.ARG_RANGE, "/shape/length"));
  }

  @Test
  void saysWhatIsAllowedAndWhatToWriteInstead() {
    assertThat(problems(Scan.SHORTEST.replace("250 nm", "3 µm")))
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("/start", "3.0E-6 m", "[-1.0E-6 m, 1.0E-6 m]");
    assertThat(problems(Scan.SHORTEST.replace("250 nm", "250 nn")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.suggestions()).contains("nm"));
    assertThat(problems(Scan.SHORTEST.replace("slow_axis", "SLOW_AXIS")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.suggestions()).containsExactly("slow_axis"));
  }

  @Test
  void namesNoMoreThanFiftyProblemsOfAHostileText() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 1_000; i++) {
      text.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":0");
    }
    assertThat(problems(text.append('}').toString())).hasSize(50);
  }

  @Test
  void showsUntrustedTextShortAndWithoutControlCharacters() {
    String hostile = "\\u001b[31m\\u202e" + "x".repeat(500);
    assertThat(problems(Scan.SHORTEST.replace("slow_axis", hostile)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message().length()).isLessThan(200);
              assertThat(problem.message() + problem.got())
                  .matches(shown -> shown.chars().noneMatch(Character::isISOControl))
                  .doesNotContain("\u202e");
            });
  }

  private static List<Problem> problems(String text) {
    return switch (TYPE.parse(text)) {
      case Parsed.Valid<Scan> valid -> List.of();
      case Parsed.Invalid<Scan> invalid -> invalid.problems();
    };
  }
}
