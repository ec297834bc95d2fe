package dev.cantilever.agent.mcp.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.mcp.ClientName;
import dev.cantilever.agent.mcp.Message;
import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.Protocol;
import dev.cantilever.agent.mcp.RpcError;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import java.util.Map;
import java.util.Optional;

/** One session of the SDK. */
final class SdkConversation implements Protocol.Conversation {

  private final Offer offer;
  private final SdkSessions sessions;
  private final Complaints complaints;
  private volatile McpStreamableServerSession session;
  private volatile String name = "";

  SdkConversation(Offer offer, SdkSessions sessions, Complaints complaints) {
    this.offer = offer;
    this.sessions = sessions;
    this.complaints = complaints;
  }

  @Override
  public boolean hasBegun() {
    return session != null;
  }

  @Override
  public Optional<String> answer(Message message) {
    return switch (message) {
      case Message.Refused refused -> Optional.of(refused.answer());
      // None of them changes anything here: a call runs to its end, and we know no roots.
      case Message.Notice notice -> Optional.empty();
      case Message.Request request -> Optional.of(answered(request));
    };
  }

  private String answered(Message.Request request) {
    try {
      if (request.method().equals("initialize")) {
        return begun(request);
      }
      if (request.method().equals("ping")) {
        return write(JSONRPCResponse.result(request.id(), Map.of()));
      }
      if (!hasBegun()) {
        return RpcError.NOT_A_REQUEST.answer(request.id(), "send initialize first");
      }
      return request.method().equals("tools/call")
          ? called(request)
          : handled(request, request.parameters());
    } catch (RuntimeException | JsonProcessingException broken) {
      return RpcError.BROKEN.answer(request.id(), complaints.about(broken));
    }
  }

  private String begun(Message.Request request) throws JsonProcessingException {
    if (hasBegun()) {
      return RpcError.NOT_A_REQUEST.answer(request.id(), "initialize has come before");
    }
    JsonNode client = request.parameters().path("clientInfo");
    Implementation says =
        Implementation.builder(
                client.path("name").asText("unnamed"), client.path("version").asText("unknown"))
            .build();
    McpStreamableServerSessionInit init =
        sessions.begin(
            InitializeRequest.builder(
                    request.parameters().path("protocolVersion").asText(),
                    ClientCapabilities.builder().build(),
                    says)
                .build());
    String answer = write(JSONRPCResponse.result(request.id(), init.initResult().block()));
    name = ClientName.of(says.name(), says.version());
    session = init.session();
    return answer;
  }

  private String called(Message.Request request) throws JsonProcessingException {
    Optional<String> listed = offer.listed(request.parameters().path("name").asText());
    if (listed.isEmpty()) {
      return refused(request);
    }
    ObjectNode parameters = request.parameters().deepCopy();
    return handled(request, parameters.put("name", listed.get()));
  }

  /** The SDK would say that there is none, but not which are near, and the journal had no word. */
  private String refused(Message.Request request) {
    JsonNode asked = request.parameters();
    Offer.Reply reply =
        offer.call(name, asked.path("name").asText(), asked.path("arguments").toString());
    String words =
        reply instanceof Offer.Reply.Not not ? not.refusal().text() : "there is no such tool";
    return RpcError.WRONG_PARAMETERS.answer(request.id(), words);
  }

  private String handled(Message.Request request, JsonNode parameters)
      throws JsonProcessingException {
    Answers answers = new Answers();
    Map<?, ?> map = SdkJson.MAPPER.convertValue(parameters, Map.class);
    session
        .responseStream(answers)
        .handle(new JSONRPCRequest(request.method(), request.id(), map))
        .block();
    return write(
        answers.answer().orElseThrow(() -> new IllegalStateException("the SDK gave no answer")));
  }

  private static String write(Object message) throws JsonProcessingException {
    return SdkJson.MAPPER.writeValueAsString(message);
  }
}
