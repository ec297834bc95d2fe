package dev.cantilever.agent.model;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/**
 * A model behind one of the three wire forms.
 *
 * @param wire which form
 * @param model its name there
 * @param url base address of the server
 * @param key secret; empty where the server needs none
 * @param delivery how answers come
 */
public record Endpoint(Wire wire, String model, String url, String key, Delivery delivery) {

  private static final int LONGEST_ANSWER_TOKENS = 4096;

  /** An endpoint that streams. */
  public Endpoint(Wire wire, String model, String url, String key) {
    this(wire, model, url, key, Delivery.IN_PIECES);
  }

  /** How an answer comes; it is acted upon only when it is whole, either way. */
  public enum Delivery {
    /** Word by word, so that a person can watch. */
    IN_PIECES,
    /** All at once, for servers that cannot stream tool calls. */
    AT_ONCE
  }

  /** Forms of talking to a model server. */
  public enum Wire {
    OPENAI("https://api.openai.com/v1"),
    ANTHROPIC("https://api.anthropic.com/v1"),
    OLLAMA("http://localhost:11434");

    private final String usualUrl;

    Wire(String usualUrl) {
      this.usualUrl = usualUrl;
    }

    /** Where such a server usually is. */
    public String usualUrl() {
      return usualUrl;
    }
  }

  /** The secret stays out of every text. */
  @Override
  public String toString() {
    return "%s model %s at %s".formatted(wire, model, url);
  }

  Line connect(Patience patience, Pulse pulse) {
    PatientHttpClientBuilder client = new PatientHttpClientBuilder(patience, pulse);
    return switch (delivery) {
      case IN_PIECES -> streaming(client)::chat;
      case AT_ONCE -> {
        ChatModel model = whole(client);
        yield (request, handler) -> handler.onCompleteResponse(model.chat(request));
      }
    };
  }

  private StreamingChatModel streaming(PatientHttpClientBuilder client) {
    return switch (wire) {
      case OPENAI ->
          OpenAiStreamingChatModel.builder()
              .httpClientBuilder(client)
              .baseUrl(url)
              .apiKey(key)
              .modelName(model)
              .build();
      case ANTHROPIC ->
          AnthropicStreamingChatModel.builder()
              .httpClientBuilder(client)
              .baseUrl(url)
              .apiKey(key)
              .modelName(model)
              .maxTokens(LONGEST_ANSWER_TOKENS)
              .build();
      case OLLAMA ->
          OllamaStreamingChatModel.builder()
              .httpClientBuilder(client)
              .baseUrl(url)
              .modelName(model)
              .build();
    };
  }

  private ChatModel whole(PatientHttpClientBuilder client) {
    return switch (wire) {
      case OPENAI ->
          OpenAiChatModel.builder()
              .httpClientBuilder(client)
              .baseUrl(url)
              .apiKey(key)
              .modelName(model)
              .maxRetries(0)
              .build();
      case ANTHROPIC ->
          AnthropicChatModel.builder()
              .httpClientBuilder(client)
              .baseUrl(url)
              .apiKey(key)
              .modelName(model)
              .maxTokens(LONGEST_ANSWER_TOKENS)
              .maxRetries(0)
              .build();
      case OLLAMA ->
          OllamaChatModel.builder()
              .httpClientBuilder(client)
              .baseUrl(url)
              .modelName(model)
              .maxRetries(0)
              .build();
    };
  }
}
