package dev.cantilever.agent.mcp.sdk;

import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.Protocol;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.time.Duration;
import java.util.function.Consumer;

/** An offer, served by the official SDK. */
public final class SdkProtocol implements Protocol {

  private final Offer offer;
  private final SdkSessions sessions = new SdkSessions();
  private final Complaints complaints;
  private final McpSyncServer server;

  /** How long a person may take over a form. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * Serves {@code offer}.
   *
   * @param version of this program
   * @param patience how long the answer to a form is waited for
   * @param log takes a line for whatever went wrong on our side
   */
  public SdkProtocol(Offer offer, String version, Duration patience, Consumer<String> log) {
    this.offer = offer;
    this.complaints = new Complaints(log);
    TranslatedTools translated = new TranslatedTools(offer, complaints);
    TranslatedPages translatedPages = new TranslatedPages(offer, complaints);
    // Arguments and results are checked where they are read and written, by the same definition
    // that the schemas come from; the SDK's validator would say it again, one problem at a time.
    this.server =
        McpServer.sync(sessions)
            .serverInfo("cantilever", version)
            .instructions(Offer.INSTRUCTIONS)
            .capabilities(
                ServerCapabilities.builder()
                    .tools(false)
                    .resources(false, false)
                    .prompts(false)
                    .build())
            .requestTimeout(patience)
            .jsonMapper(new SdkJson())
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
            .validateToolInputs(false)
            .immediateExecution(true)
            .tools(translated.tools())
            .resources(translatedPages.fixed())
            .resourceTemplates(translatedPages.families())
            .prompts(new TranslatedStarts(offer, complaints).prompts())
            .build();
  }

  @Override
  public Conversation open() {
    return new SdkConversation(offer, sessions, complaints);
  }

  @Override
  public void close() {
    server.close();
  }
}
