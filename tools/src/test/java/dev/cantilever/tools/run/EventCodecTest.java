package dev.cantilever.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  static final List<Event> ALL = Events.ALL;

  /** Through the very text that a journal line holds. */
  @ParameterizedTest
  @FieldSource("ALL")
  void everyEventReadsBackUnchanged(Event event) {
    String body = CanonicalJson.text(EventCodec.write(event));
    assertThat(EventCodec.read(EventCodec.typeOf(event), StrictJson.ours(body))).isEqualTo(event);
  }

  @Test
  void noEventIsForgottenHere() {
    Set<Class<?>> permitted =
        Arrays.stream(Event.class.getPermittedSubclasses())
            .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
            .collect(Collectors.toSet());
    assertThat(ALL.stream().map(Event::getClass).collect(Collectors.toSet())).isEqualTo(permitted);
  }

  @Test
  void everyEventHasATypeOfItsOwn() {
    Set<String> types = ALL.stream().map(EventCodec::typeOf).collect(Collectors.toSet());
    assertThat(types).hasSize((int) ALL.stream().map(Event::getClass).distinct().count());
    assertThat(types).contains("call.settled", "run.stop-requested", "campaign.batch-proposed");
    assertThat(types)
        .allMatch(
            type -> type.matches("(run|step|call|campaign|search|chat|approval|desk)\\.[a-z-]+"));
  }

  @Test
  void bodiesStandInSnakeCaseWithQuantitiesInSi() {
    Event started = ALL.stream().filter(CampaignEvent.Started.class::isInstance).findFirst().get();
    assertThat(EventCodec.write(started).at("/sites/width/unit").asText()).isEqualTo("m");
    Event opened = ALL.stream().filter(RunEvent.Opened.class::isInstance).findFirst().get();
    assertThat(EventCodec.write(opened).has("plan_hash")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "call", "call.Settled", "call.unknown", "journal.checkpoint"})
  void refusesTypesThatItDoesNotKnow(String type) {
    assertThatExceptionOfType(EventCodec.UnreadableEvent.class)
        .isThrownBy(() -> EventCodec.read(type, StrictJson.ours("{}")));
  }

  @Test
  void refusesABodyThatDoesNotFitExactly() {
    CallEvent refused = new CallEvent.Refused(new CallId("call-1"), List.of());
    ObjectNode more = EventCodec.write(refused).put("also", 1);
    ObjectNode less = EventCodec.write(refused);
    less.remove("problems");
    ObjectNode wrong = EventCodec.write(refused).put("call", "call-0");
    for (ObjectNode body : List.of(more, less, wrong)) {
      assertThatExceptionOfType(EventCodec.UnreadableEvent.class)
          .isThrownBy(() -> EventCodec.read("call.refused", body))
          .withMessageContaining("call.refused");
    }
  }
}
