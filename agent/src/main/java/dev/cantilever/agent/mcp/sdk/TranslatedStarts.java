package dev.cantilever.agent.mcp.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.RpcError;
import dev.cantilever.agent.mcp.Starts;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;

/** Guided starts in the SDK's types, where they are prompts. */
final class TranslatedStarts {

  private final Offer offer;
  private final Complaints complaints;

  TranslatedStarts(Offer offer, Complaints complaints) {
    this.offer = offer;
    this.complaints = complaints;
  }

  List<SyncPromptSpecification> prompts() {
    return offer.starts().stream()
        .map(
            start ->
                new SyncPromptSpecification(
                    prompt(start), (exchange, request) -> complaints.guard(() -> filled(request))))
        .toList();
  }

  private static Prompt prompt(Starts.Start start) {
    return Prompt.builder(start.name())
        .title(start.title())
        .description(start.description())
        .arguments(
            start.blanks().stream()
                .map(
                    blank ->
                        PromptArgument.builder(blank.name())
                            .description(blank.description())
                            .required(blank.isRequired())
                            .build())
                .toList())
        .build();
  }

  private GetPromptResult filled(GetPromptRequest request) {
    Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
    JsonNode blanks = SdkJson.MAPPER.valueToTree(given);
    return switch (offer.start(request.name(), blanks).orElseThrow()) {
      case Starts.Text.Wrong wrong ->
          throw McpError.builder(RpcError.WRONG_PARAMETERS.code()).message(wrong.reason()).build();
      case Starts.Text.Written written ->
          GetPromptResult.builder(
                  List.of(
                      PromptMessage.builder(Role.USER, TextContent.builder(written.words()).build())
                          .build()))
              .build();
    };
  }
}
