package dev.cantilever.agent.model;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/**
 * A model behind one of the three wire forms.
 *
 * @param wire which form
 * @param model its name there
 * @param url base address of the server
 * @param key secret; empty where the server needs none
 */
public record Endpoint(Wire wire, String model, String url, String key) {

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

  StreamingChatModel connect(Patience patience, Pulse pulse) {
    PatientHttpClientBuilder client = new PatientHttpClientBuilder(patience, pulse);
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
              .maxTokens(4096)
              .build();
      case OLLAMA ->
          OllamaStreamingChatModel.builder()
              .httpClientBuilder(client)
              .baseUrl(url)
              .modelName(model)
              .build();
    };
  }
}
