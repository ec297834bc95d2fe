package dev.cantilever.agent.mcp.sdk;

import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.Pages;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;

/** Pages in the SDK's types, where they are resources. */
final class TranslatedPages {

  private static final String JSON = "application/json";

  private final Offer offer;
  private final Complaints complaints;

  TranslatedPages(Offer offer, Complaints complaints) {
    this.offer = offer;
    this.complaints = complaints;
  }

  List<SyncResourceSpecification> fixed() {
    return offer.pages().stream()
        .map(
            page ->
                new SyncResourceSpecification(
                    resource(page),
                    (exchange, request) -> complaints.guard(() -> read(request.uri()))))
        .toList();
  }

  List<SyncResourceTemplateSpecification> families() {
    return offer.families().stream()
        .map(
            page ->
                new SyncResourceTemplateSpecification(
                    template(page),
                    (exchange, request) -> complaints.guard(() -> read(request.uri()))))
        .toList();
  }

  private static Resource resource(Pages.Page page) {
    return Resource.builder(page.uri(), page.name())
        .title(page.title())
        .description(page.description())
        .mimeType(JSON)
        .build();
  }

  private static ResourceTemplate template(Pages.Page page) {
    return ResourceTemplate.builder(page.uri(), page.name())
        .title(page.title())
        .description(page.description())
        .mimeType(JSON)
        .build();
  }

  private ReadResourceResult read(String uri) {
    String text = offer.page(uri).orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(uri));
    return ReadResourceResult.builder(
            List.of(TextResourceContents.builder(uri, text).mimeType(JSON).build()))
        .build();
  }
}
