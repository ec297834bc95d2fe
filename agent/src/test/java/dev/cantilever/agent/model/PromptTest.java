package dev.cantilever.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.planner.Dialogue;
import dev.cantilever.agent.planner.Dialogue.Speaker;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTest {

  /** A prompt that is changed gets a new number: logs name it by this hash. */
  @Test
  void thePromptThatShipsIsTheOneOfItsNumber() {
    assertThat(Prompt.shipped("planner-3").hash().text())
        .isEqualTo("sha256:500443548c1978eafe1ec1e4e9d3bb6dd48b36cce7a2e08d782c8128c5d0aa94");
  }

  @Test
  void itIsShortAndHasNoSlotLeftEmpty() {
    String text = Prompt.shipped("planner-3").with("seed", "7");

    assertThat(text).endsWith("Seed: 7\n").doesNotContain("{{");
    assertThat(text.split("\\s+")).hasSizeLessThan(1_000);
  }

  @Test
  void aLongConversationIsToldFromItsNewestTurnBackwards() {
    List<Dialogue.Turn> turns = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Speaker speaker = i % 2 == 0 ? Speaker.PERSON : Speaker.PLANNER;
      turns.add(new Dialogue.Turn(speaker, i + " " + "x".repeat(1_000), false));
    }
    turns.add(new Dialogue.Turn(Speaker.PERSON, "last " + "y".repeat(60_000), false));

    assertThat(Memory.of(new Dialogue(turns, 0))).hasSize(1);

    turns.removeLast();
    List<ChatMessage> told = Memory.of(new Dialogue(turns, 0));
    assertThat(told).hasSize(46);
    assertThat(told.getFirst().type()).isEqualTo(ChatMessageType.USER);
    assertThat(told.getLast().type()).isEqualTo(ChatMessageType.AI);
    assertThat(told.getLast().toString()).contains("99 x");
  }
}
