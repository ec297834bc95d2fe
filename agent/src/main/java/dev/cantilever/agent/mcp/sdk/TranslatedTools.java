package dev.cantilever.agent.mcp.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.cantilever.agent.mcp.Caller;
import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.ToolFace;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tools in the SDK's types. */
final class TranslatedTools {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final Offer offer;
  private final Complaints complaints;

  TranslatedTools(Offer offer, Complaints complaints) {
    this.offer = offer;
    this.complaints = complaints;
  }

  List<SyncToolSpecification> tools() {
    return offer.tools().stream()
        .map(
            face ->
                SyncToolSpecification.builder()
                    .tool(tool(face))
                    .callHandler(
                        (exchange, request) -> complaints.guard(() -> call(exchange, request)))
                    .build())
        .toList();
  }

  private static Tool tool(ToolFace face) {
    ToolAnnotations hints =
        ToolAnnotations.builder()
            .readOnlyHint(face.isReadOnly())
            .destructiveHint(face.isDestructive())
            .idempotentHint(face.isReadOnly())
            .openWorldHint(face.isOpenWorld())
            .build();
    return Tool.builder(face.name(), map(face.input()))
        .title(face.title())
        .description(face.summary())
        .outputSchema(map(face.output()))
        .annotations(hints)
        .meta(Map.of("dev.cantilever/effect", face.effectInWords()))
        .build();
  }

  private static Map<String, Object> map(ObjectNode schema) {
    return SdkJson.MAPPER.convertValue(schema, MAP);
  }

  private CallToolResult call(McpSyncServerExchange exchange, CallToolRequest request) {
    return switch (offer.call(caller(exchange, request), request.name(), text(request))) {
      case Offer.Reply.Done done -> {
        String json = done.result().canonical();
        yield CallToolResult.builder()
            .addTextContent(json)
            .structuredContent(new RawValue(json))
            .isError(false)
            .build();
      }
      case Offer.Reply.Not not ->
          CallToolResult.builder()
              .addTextContent(not.refusal().text())
              .structuredContent(not.refusal().fields())
              .isError(true)
              .build();
    };
  }

  private static Caller caller(McpSyncServerExchange exchange, CallToolRequest request) {
    Errand errand = (Errand) exchange.transportContext().get(Errand.class.getName());
    return new SdkCaller(exchange, errand, Optional.ofNullable(request.progressToken()));
  }

  private static String text(CallToolRequest request) {
    Map<String, Object> arguments = request.arguments();
    try {
      return SdkJson.MAPPER.writeValueAsString(arguments == null ? Map.of() : arguments);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
