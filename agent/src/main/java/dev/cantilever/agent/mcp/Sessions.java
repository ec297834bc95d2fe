package dev.cantilever.agent.mcp;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Conversations over HTTP by a name that cannot be guessed; the one unused longest makes room. */
final class Sessions {

  private static final int MOST = 64;

  private final Protocol protocol;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Protocol.Conversation> open =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Protocol.Conversation> eldest) {
          return size() > MOST;
        }
      };

  Sessions(Protocol protocol) {
    this.protocol = protocol;
  }

  Protocol.Conversation begin() {
    return protocol.open();
  }

  /** Keeps a conversation that has begun; yields its name. */
  synchronized String keep(Protocol.Conversation conversation) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String name = HexFormat.of().formatHex(bytes);
    open.put(name, conversation);
    return name;
  }

  synchronized Optional<Protocol.Conversation> find(String name) {
    return Optional.ofNullable(open.get(name));
  }

  synchronized boolean end(String name) {
    Optional<Protocol.Conversation> ended = Optional.ofNullable(open.remove(name));
    ended.ifPresent(Protocol.Conversation::end);
    return ended.isPresent();
  }
}
