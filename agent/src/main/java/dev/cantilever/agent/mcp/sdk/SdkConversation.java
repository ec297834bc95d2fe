package dev.cantilever.agent.mcp.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.mcp.ClientName;
import dev.cantilever.agent.mcp.Message;
import dev.cantilever.agent.mcp.Offer;
import dev.cantilever.agent.mcp.Protocol;
import dev.cantilever.agent.mcp.RpcError;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One session of the SDK. */
final class SdkConversation implements Protocol.Conversation {

  private static final JSONRPCError DECLINED =
      new JSONRPCError(RpcError.BROKEN.code(), "the client could not do it", null);

  private final Offer offer;
  private final SdkSessions sessions;
  private final Complaints complaints;
  private volatile McpStreamableServerSession session;
  private volatile String name = "";
  private final Map<Object, Errand> errands = new ConcurrentHashMap<>();

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
  public boolean mayLast(Message message) {
    return message instanceof Message.Request request
        && request.method().equals("tools/call")
        && hasBegun()
        && offer.mayLast(request.parameters().path("name").asText());
  }

  @Override
  public void end() {
    errands.values().forEach(Errand::abandon);
  }

  @Override
  public Optional<String> answer(Message message, Protocol.Line line) {
    return switch (message) {
      case Message.Refused refused -> Optional.of(refused.answer());
      // None of them changes anything here: we know no roots.
      case Message.Notice notice -> Optional.empty();
      case Message.Cancelled cancelled -> {
        Optional.ofNullable(errands.get(cancelled.id())).ifPresent(Errand::abandon);
        yield Optional.empty();
      }
      case Message.Reply reply -> accepted(reply);
      case Message.Request request -> answered(request, new Errand(line));
    };
  }

  private Optional<String> answered(Message.Request request, Errand errand) {
    if (errands.putIfAbsent(request.id(), errand) != null) {
      return Optional.of(
          RpcError.NOT_A_REQUEST.answer(request.id(), "another request has this id still"));
    }
    try {
      String answer = answer(request, errand);
      return errand.isGone() ? Optional.empty() : Optional.of(answer);
    } finally {
      errands.remove(request.id());
    }
  }

  /** What was asked under another name, or is no longer, has no answer. */
  private Optional<String> accepted(Message.Reply reply) {
    Optional<String> unasked =
        Optional.of(RpcError.NOT_A_REQUEST.answer(null, "nothing is asked under this id"));
    if (!hasBegun()) {
      return unasked;
    }
    JSONRPCResponse response =
        reply
            .result()
            .map(
                result ->
                    JSONRPCResponse.result(
                        reply.id(), SdkJson.MAPPER.convertValue(result, Map.class)))
            .orElseGet(() -> JSONRPCResponse.error(reply.id(), DECLINED));
    try {
      session.accept(response).block();
      return Optional.empty();
    } catch (RuntimeException unknown) {
      return unasked;
    }
  }

  private String answer(Message.Request request, Errand errand) {
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
          ? called(request, errand)
          : handled(request, request.parameters(), errand);
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
                    capabilities(request.parameters().path("capabilities")),
                    says)
                .build());
    String answer = write(JSONRPCResponse.result(request.id(), init.initResult().block()));
    name = ClientName.of(says.name(), says.version());
    session = init.session();
    return answer;
  }

  /** Of what a client can do, this program uses forms alone. */
  private static ClientCapabilities capabilities(JsonNode said) {
    JsonNode asking = said.path("elicitation");
    boolean hasForms = asking.isObject() && (asking.has("form") || !asking.has("url"));
    ClientCapabilities.Builder known = ClientCapabilities.builder();
    return hasForms ? known.elicitation().build() : known.build();
  }

  private String called(Message.Request request, Errand errand) throws JsonProcessingException {
    Optional<String> listed = offer.listed(request.parameters().path("name").asText());
    if (listed.isEmpty()) {
      return refused(request);
    }
    ObjectNode parameters = request.parameters().deepCopy();
    return handled(request, parameters.put("name", listed.get()), errand);
  }

  /** The SDK would say that there is none, but not which are near, and the journal had no word. */
  private String refused(Message.Request request) {
    JsonNode asked = request.parameters();
    Offer.Reply reply =
        offer.unknown(name, asked.path("name").asText(), asked.path("arguments").toString());
    String words =
        reply instanceof Offer.Reply.Not not ? not.refusal().text() : "there is no such tool";
    return RpcError.WRONG_PARAMETERS.answer(request.id(), words);
  }

  private String handled(Message.Request request, JsonNode parameters, Errand errand)
      throws JsonProcessingException {
    Map<?, ?> map = SdkJson.MAPPER.convertValue(parameters, Map.class);
    McpStreamableServerSessionStream stream = session.responseStream(errand);
    errand.whenGone(stream::close);
    McpTransportContext context =
        McpTransportContext.create(Map.of(Errand.class.getName(), errand));
    stream
        .handle(new JSONRPCRequest(request.method(), request.id(), map))
        .contextWrite(known -> known.put(McpTransportContext.KEY, context))
        .block();
    if (errand.isGone()) {
      return "";
    }
    return write(
        errand.answer().orElseThrow(() -> new IllegalStateException("the SDK gave no answer")));
  }

  private static String write(Object message) throws JsonProcessingException {
    return SdkJson.MAPPER.writeValueAsString(message);
  }
}
