package dev.cantilever.agent.model;

import dev.cantilever.vocabulary.event.ChatEvent.ModelUse;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;

/** Counts tokens: as the server says, and by our own rule of thumb where it says nothing. */
final class Meter {

  private static final int CHARACTERS_PER_TOKEN = 4;

  private Meter() {}

  /** About how many tokens a request has. */
  static long estimate(ChatRequest request) {
    return tokens(characters(request.messages()) + characters(request.toolSpecifications()));
  }

  private static long characters(List<?> parts) {
    return parts.stream().mapToLong(part -> part.toString().length()).sum();
  }

  private static long tokens(long characters) {
    return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }

  /**
   * What an exchange took.
   *
   * @param asked the estimate of the request
   * @param answered characters of the answer
   */
  static ModelUse use(
      Optional<TokenUsage> told, long asked, long answered, String toolsHash, int repeats) {
    Optional<Integer> in = told.map(TokenUsage::inputTokenCount).filter(count -> count > 0);
    Optional<Integer> out = told.map(TokenUsage::outputTokenCount).filter(count -> count > 0);
    boolean isTold = in.isPresent() && out.isPresent();
    return new ModelUse(
        toolsHash,
        in.map(Integer::longValue).orElse(asked),
        out.map(Integer::longValue).orElse(tokens(answered)),
        !isTold,
        repeats);
  }
}
