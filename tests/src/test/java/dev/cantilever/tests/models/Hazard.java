package dev.cantilever.tests.models;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.cantilever.agent.model.Endpoint.Wire;
import dev.cantilever.tests.models.Tape.Call;
import dev.cantilever.tests.models.Tape.End;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What may go wrong between a model and us: what its server sends, and what is to come of it. After
 * what is given here the server sends words that end the sentence.
 */
enum Hazard {
  CUT_BEFORE_THE_END(Outcome.NOT_WHOLE, tape -> tape.streams() ? uptoTheEnd(tape) : half(tape)),
  CUT_INSIDE_THE_ARGUMENTS(Outcome.NOT_WHOLE, Hazard::half),
  TWO_CALLS_MERGED(tape -> tape.streams() ? Outcome.TOLD : strict(tape), Hazard::merged),
  BROKEN_EVENT(Outcome.NOT_WHOLE, tape -> beforeTheEnd(tape, tape.piece("{\"choices\":[{]"))),
  ERROR_IN_THE_STREAM(
      Outcome.NOT_WHOLE,
      tape ->
          tape.streams()
              ? beforeTheEnd(tape, tape.piece("{\"error\":{\"message\":\"overloaded\"}}"))
              : ok("{\"error\":{\"message\":\"overloaded\"}}")),
  REFUSAL_FIELD(Outcome.NOT_WHOLE, Hazard::refusal),
  TRUNCATED_AT_ITS_LENGTH(Outcome.NOT_WHOLE, tape -> plan(tape, End.LENGTH)),
  CONTENT_FILTER(Outcome.NOT_WHOLE, tape -> plan(tape, End.FILTER)),
  END_THAT_NOBODY_KNOWS(Outcome.NOT_WHOLE, tape -> plan(tape, End.ODD)),
  END_THAT_DOES_NOT_FIT(Outcome.NOT_WHOLE, Hazard::contradiction),
  BUSY_FOR_A_SECOND(
      tape -> Outcome.PLAN,
      tape -> List.of(status(429).withHeader("Retry-After", "1"), ok(plan(tape)))),
  BUSY_FOR_AN_HOUR(Outcome.UNAVAILABLE, tape -> status(429).withHeader("Retry-After", "3600")),
  SERVER_ERROR(Outcome.UNAVAILABLE, tape -> status(500)),
  STAYS_BUSY_503(tape -> Outcome.UNAVAILABLE, tape -> threeTimes(503)),
  STAYS_BUSY_529(tape -> Outcome.UNAVAILABLE, tape -> threeTimes(529)),
  WRONG_KEY(Outcome.UNAVAILABLE, tape -> status(401)),
  CONNECTION_RESET(
      Outcome.NOT_WHOLE, tape -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
  GARBAGE_AFTER_THE_STATUS(
      Outcome.NOT_WHOLE, tape -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
  NOTHING_COMES(Outcome.NOT_WHOLE, tape -> ok(plan(tape)).withFixedDelay(3_000)),
  SLOW_DRIP(Outcome.NOT_WHOLE, tape -> ok(plan(tape)).withChunkedDribbleDelay(40, 4_000)),
  TEN_MEGABYTES(Outcome.NOT_WHOLE, tape -> ok(tape.words("long ".repeat(2_000_000)))),
  NO_JSON_AT_ALL(Outcome.NOT_WHOLE, tape -> ok("<html><body>Bad gateway</body></html>")),
  JSON_OF_ANOTHER_SHAPE(
      Outcome.NOT_WHOLE,
      tape ->
          ok(
              tape.streams()
                  ? tape.piece("{\"choices\":\"none\",\"message\":5}")
                  : "{\"choices\":\"none\",\"message\":5,\"content\":7}")),
  EMPTY_BODY(Outcome.NOT_WHOLE, tape -> ok("")),
  EMPTY_ANSWER(Outcome.SAID_NOTHING, tape -> ok(tape.words(" "))),
  ENDLESS_CALLS(
      tape -> Outcome.STOPPED,
      tape -> new ArrayList<>(Collections.nCopies(12, ok(tape.calls(Tape.DESCRIBE))))),
  UNKNOWN_TOOL(Outcome.TOLD, tape -> ok(tape.calls(new Call("instrument_warp", "{}")))),
  SECOND_CALL_UNKNOWN(
      Outcome.TOLD, tape -> ok(tape.calls(Tape.DESCRIBE, new Call("instrument_warp", "{}")))),
  SECOND_CALL_BAD(
      Outcome.TOLD,
      tape -> ok(tape.calls(Tape.DESCRIBE, new Call("instrument_state", "{\"x\":1}")))),
  DUPLICATE_KEYS(
      Hazard::strict,
      tape ->
          one(tape, "instrument_describe", "{\"instrument\":\"a\",\"instrument\":\"pfm-pto\"}")),
  TRAILING_COMMA(
      Hazard::strict, tape -> one(tape, "instrument_describe", "{\"instrument\":\"pfm-pto\",}")),
  SECOND_OBJECT(
      Hazard::strict,
      tape -> one(tape, "instrument_describe", "{\"instrument\":\"pfm-pto\"} {\"force\":true}")),
  NOT_A_NUMBER(Hazard::strict, tape -> planned(tape, "\"points\":NaN")),
  TOO_LARGE_A_NUMBER(Outcome.TOLD, tape -> ok(planOf(tape, "\"points\":1e400"))),
  NUMBER_AS_TEXT(Outcome.TOLD, tape -> ok(planOf(tape, "\"points\":\"5\""))),
  HEXADECIMAL_NUMBER(Outcome.TOLD, tape -> ok(planOf(tape, "\"points\":\"0x1p3\""))),
  MISSING_ARGUMENT(Outcome.TOLD, tape -> ok(planOf(tape, "\"batch\":5"))),
  ARGUMENT_TOO_MANY(Outcome.TOLD, tape -> ok(planOf(tape, "\"points\":20,\"force\":true"))),
  ACTS_AT_ONCE(
      Outcome.TOLD,
      tape ->
          ok(
              tape.calls(
                  new Call(
                      "instrument_acquire",
                      "{\"instrument\":\"pfm-pto\",\"bias_amplitude\":\"8.5 V\"}")))),
  OUTSIDE_THE_ENVELOPE(
      Outcome.TOLD,
      tape -> ok(planOf(tape, "\"points\":20,\"batch\":10,\"bias_amplitude\":\"80 V\"")));

  /** What is to come of it. */
  enum Outcome {
    /** Nothing of it counts, and the person is told why. */
    NOT_WHOLE,
    /** The person is told that the model cannot be asked. */
    UNAVAILABLE,
    /** The model is told why, nothing of the turn was done, and it goes on. */
    TOLD,
    /** The loop ends. */
    STOPPED,
    /** The person is told that nothing was said. */
    SAID_NOTHING,
    /** A plan is shown. */
    PLAN
  }

  private static final String PLAN =
      "{\"steps\":[{\"kind\":\"call\",\"tool\":\"campaign.start\",\"arguments\":{\"instrument\":\"pfm-pto\",%s}}]}";

  private final Function<Tape, Outcome> outcome;
  private final Function<Tape, List<ResponseDefinitionBuilder>> answers;

  Hazard(Outcome outcome, Function<Tape, ResponseDefinitionBuilder> answer) {
    this(tape -> outcome, tape -> List.of(answer.apply(tape)));
  }

  Hazard(Function<Tape, Outcome> outcome, Function<Tape, List<ResponseDefinitionBuilder>> answers) {
    this.outcome = outcome;
    this.answers = answers;
  }

  Outcome outcome(Tape tape) {
    return outcome.apply(tape);
  }

  List<ResponseDefinitionBuilder> answers(Tape tape) {
    return answers.apply(tape);
  }

  /** Whether it takes a server that is slow, and a person who is not. */
  boolean isSlow() {
    return this == NOTHING_COMES || this == SLOW_DRIP;
  }

  private static ResponseDefinitionBuilder ok(String body) {
    return aResponse().withStatus(200).withBody(body);
  }

  private static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"sk-test\"}}");
  }

  private static List<ResponseDefinitionBuilder> threeTimes(int status) {
    ResponseDefinitionBuilder busy = status(status).withHeader("Retry-After", "0");
    return List.of(busy, busy, busy);
  }

  private static List<ResponseDefinitionBuilder> one(Tape tape, String tool, String arguments) {
    return List.of(ok(tape.calls(new Call(tool, arguments))));
  }

  private static List<ResponseDefinitionBuilder> planned(Tape tape, String arguments) {
    return List.of(ok(planOf(tape, arguments)));
  }

  static String plan(Tape tape) {
    return planOf(
        tape,
        "\"points\":20,\"batch\":10,\"seed_points\":10,\"bias_amplitude\":\"8.5 V\",\"seed\":7");
  }

  private static String planOf(Tape tape, String arguments) {
    return tape.calls(new Call("propose_plan", PLAN.formatted(arguments)));
  }

  private static ResponseDefinitionBuilder plan(Tape tape, End end) {
    Call plan = new Call("propose_plan", PLAN.formatted("\"points\":20"));
    return ok(tape.answer("", List.of(plan), end));
  }

  /**
   * Where arguments are text, the model is told; where they are part of the JSON, all is broken.
   */
  private static Outcome strict(Tape tape) {
    return switch (tape.wire()) {
      case OPENAI -> Outcome.TOLD;
      case ANTHROPIC -> tape.streams() ? Outcome.TOLD : Outcome.NOT_WHOLE;
      case OLLAMA -> Outcome.NOT_WHOLE;
    };
  }

  private static ResponseDefinitionBuilder uptoTheEnd(Tape tape) {
    List<String> pieces = tape.pieces("", List.of(Tape.DESCRIBE), End.CALLS);
    return ok(String.join("", pieces.subList(0, pieces.size() - tape.endPieces())));
  }

  private static ResponseDefinitionBuilder half(Tape tape) {
    String whole = plan(tape);
    return ok(whole.substring(0, whole.indexOf("bias_amplitude")));
  }

  private static ResponseDefinitionBuilder beforeTheEnd(Tape tape, String piece) {
    if (!tape.streams()) {
      return ok(tape.calls(Tape.DESCRIBE).replaceFirst("\\{", "{,"));
    }
    List<String> pieces = new ArrayList<>(tape.pieces("", List.of(Tape.DESCRIBE), End.CALLS));
    pieces.add(pieces.size() - tape.endPieces(), piece);
    return ok(String.join("", pieces));
  }

  private static List<ResponseDefinitionBuilder> merged(Tape tape) {
    if (tape.wire() == Wire.OLLAMA && tape.streams()) {
      String call =
          ",\"tool_calls\":[{\"function\":{\"name\":\"instrument_describe\",\"arguments\":{\"instrument\":\"pfm-pto\"}}}]";
      String piece = tape.piece(Tape.line("\"\"", call, "false"));
      return List.of(
          ok(piece + piece + tape.piece(Tape.line("\"\"", "", "true,\"done_reason\":\"stop\""))));
    }
    return one(tape, "instrument_describe", Tape.DESCRIBE.arguments() + Tape.DESCRIBE.arguments());
  }

  private static ResponseDefinitionBuilder refusal(Tape tape) {
    if (tape.wire() != Wire.OPENAI) {
      return ok(tape.answer("I cannot.", List.of(), End.FILTER));
    }
    return ok(
        tape.streams()
            ? tape.piece(Tape.chunk("{\"refusal\":\"I cannot.\"}", "null")) + tape.words("x")
            : tape.words("x").replace("\"content\":", "\"refusal\":\"I cannot.\",\"content\":"));
  }

  private static ResponseDefinitionBuilder contradiction(Tape tape) {
    if (tape.wire() != Wire.OLLAMA) {
      return ok(tape.answer("", List.of(Tape.DESCRIBE), End.WORDS));
    }
    return ok(
        tape.streams()
            ? tape.piece(Tape.line("\"\"", "", "true,\"done_reason\":\"length\""))
                + tape.calls(Tape.DESCRIBE)
            : tape.calls(Tape.DESCRIBE).replace("\"done\":true", "\"done\":false"));
  }
}
