package dev.cantilever.agent.model;

import dev.cantilever.agent.planner.Dialogue;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model is told of the conversation: the newest turns that together are short enough, always
 * the last one. Calls and their results belong to one sentence and are not carried over, so none is
 * ever told without the other.
 */
final class Memory {

  private static final int MOST_CHARACTERS = 48_000;

  private Memory() {}

  static List<ChatMessage> of(Dialogue dialogue) {
    List<ChatMessage> newest = new ArrayList<>();
    int characters = 0;
    for (Dialogue.Turn turn : dialogue.turns().reversed()) {
      characters += turn.text().length();
      if (characters > MOST_CHARACTERS && !newest.isEmpty()) {
        break;
      }
      newest.add(message(turn));
    }
    if (newest.size() > 1 && newest.getLast() instanceof AiMessage) {
      newest.removeLast(); // servers want a person to begin
    }
    return newest.reversed();
  }

  private static ChatMessage message(Dialogue.Turn turn) {
    return switch (turn.speaker()) {
      case PERSON -> UserMessage.from(turn.text().isBlank() ? "(nothing)" : turn.text());
      case PLANNER -> AiMessage.from(turn.text());
    };
  }
}
