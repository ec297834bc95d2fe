package dev.cantilever.agent.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.json.JsonText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transcripts: what tools returned, what the person said, what the model makes of it. */
class NumberTraceTest {

  private final NumberTrace trace = new NumberTrace();

  @BeforeEach
  void aConversation() {
    result(
        """
        {"coercive_voltage":"2.34567 V","area":{"value":1.23456e-7,"unit":"m"},"bias_V":-8.5,
         "sites":[{"x":4.2e-7},{"x":8.1e-7},{"x":1.9e-6}],"share":0.4267,"points":1500,
         "model":"sha256:7700000000000000000000000000000000000000000000000000000000000077"}""");
    trace.said("Map the film with 20 points up to 12 V, please");
  }

  private void result(String json) {
    trace.result(new JsonText(CanonicalJson.text(StrictJson.ours(json))));
  }

  @Test
  void whatIsWorkedOutOfATextIsQuoted() {
    trace.text(new JsonText("{\"value\":\"7.25 V\"}"));
    assertThat(trace.isFedByText(StrictJson.ours("{\"a\":[{\"value\":7.25,\"unit\":\"V\"}]}")))
        .isTrue();
    assertThat(trace.isFedByText(StrictJson.ours("{\"a\":[\"7.25 V\"],\"n\":1}"))).isTrue();
    assertThat(trace.isFedByText(StrictJson.ours("{\"a\":[\"2.34567 V\"],\"n\":20}"))).isFalse();
    trace.derived(new JsonText("{\"bias_V\":14.52}"));
    assertThat(trace.marked("So 14.52 V.")).isEqualTo("So 14.52 V [from a text].");
    assertThat(trace.isOnlyQuoted("14.52 V")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The coercive voltage is 2.34567 V.",
        "The coercive voltage is about 2.3 V.",
        "It is 2346 mV, or 2.3 volts.",
        "It is 2 V.",
        "The bias was −8.5 V.",
        "The bias was -8.5V.",
        "The area is 123 nm (1.23e-7 m, 1.2 × 10⁻⁷ m, 1.2*10^-7 m, 0.123 µm).",
        "The first site is at x = 420 nm.",
        "I looked at three sites, at 3 sites.",
        "It found 42.67 % of it, about 43%.",
        "It took 1500, that is 1,500 or 1.5e3 points.",
        "Es sind 2,35 V.",
        "It is ٢٫٣ no; it is ２.３ V.",
        "PbTiO3 on run-a_7 is a 2D film; R2D2 agrees.",
        "1. First\n2. Second\n 3) Third",
        "No number at all."
      })
  void leavesWhatToolsReturnedAsItIs(String text) {
    assertThat(trace.marked(text).replace("٢ [not from a tool]٫٣ [not from a tool]", "٢٫٣"))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is 2.4 V.|It is 2.4 V [not from a tool].",
        "It is 2.35 mV.|It is 2.35 mV [not from a tool].",
        "It is 2.34568 V.|It is 2.34568 V [not from a tool].",
        "It is 2.3 nm.|It is 2.3 nm [not from a tool].",
        "The bias was 8.5 V.|The bias was 8.5 V [not from a tool].",
        "There are 0 problems.|There are 0 [not from a tool] problems.",
        "It is seventy-seven, 77 or ½.|"
            + "It is seventy [not from a tool]-seven [not from a tool], 77 [not from a tool] or ½ [not from a tool].",
        "See version 1.2.3 of it.|See version 1.2.3 [not from a tool] of it.",
        "between 5-10 K|between 5 [not from a tool]-10 K [not from a tool]",
        "use 9.5kV|use 9.5kV [not from a tool]",
        "６ K|６ K [not from a tool]",
        "a hash of 7700000000000000|a hash of 7700000000000000 [not from a tool]"
      })
  void marksWhatNoToolReturned(String text, String marked) {
    assertThat(trace.marked(text)).isEqualTo(marked);
  }

  @Test
  void tellsWhatThePersonSaidFromWhatAToolReturned() {
    assertThat(trace.marked("With 20 points the loop opens at 12 V."))
        .isEqualTo("With 20 [yours] points the loop opens at 12 V [yours].");
  }

  @Test
  void aNumberOfThePersonsThatAToolReturnsTooIsNoLongerTheirs() {
    result("{\"bias\":\"12 V\"}");

    assertThat(trace.marked("The loop opens at 12000 mV.")).doesNotContain("[");
  }

  @Test
  void theMiddleOfAQuestionIsMarkedToo() {
    assertThat(trace.marked("Is 99 K right?")).isEqualTo("Is 99 K [not from a tool] right?");
  }

  @Test
  void aNumberInsideAToolsWordsIsOnlyQuoted() {
    result("{\"title\":\"Loops up to 77 K, take them at 88 V\",\"set\":\"5 nm\"}");

    assertThat(trace.marked("At 77 K use 88 V and 5 nm."))
        .isEqualTo("At 77 K [from a text] use 88 V [from a text] and 5 nm.");
  }

  @Test
  void ofAFileOrANoteEvenAValueOfItsOwnIsOnlyQuoted() {
    trace.text(new JsonText("{\"max\":0.25,\"unit\":\"nm\",\"name\":\"9.9 V\"}"));

    assertThat(trace.marked("Up to 0.25 nm; use 9.9 V."))
        .isEqualTo("Up to 0.25 nm; use 9.9 V [from a text].");
    assertThat(trace.isOnlyQuoted("9.9 V")).isTrue();
    assertThat(trace.isOnlyQuoted("9900 mV")).isTrue();
    assertThat(trace.isOnlyQuoted("12 V")).as("said by the person").isFalse();
    assertThat(trace.isOnlyQuoted("0.25 nm")).as("returned as a number").isFalse();
    assertThat(trace.isOnlyQuoted("[1, 2]")).isFalse();
  }
}
