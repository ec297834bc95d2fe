package dev.cantilever.agent.mcp.sdk;

import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import reactor.core.publisher.Mono;

/**
 * Where the SDK's server puts its factory of sessions. It speaks only while a request is open, and
 * then to whoever sent it, so nobody listens here.
 */
final class SdkSessions implements McpStreamableServerTransportProvider {

  private McpStreamableServerSession.Factory factory;

  @Override
  public void setSessionFactory(McpStreamableServerSession.Factory sessionFactory) {
    factory = sessionFactory;
  }

  McpStreamableServerSessionInit begin(InitializeRequest request) {
    return factory.startSession(request);
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
