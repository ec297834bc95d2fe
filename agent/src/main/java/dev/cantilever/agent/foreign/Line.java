package dev.cantilever.agent.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.foreign.ForeignServers.Called;
import dev.cantilever.agent.foreign.wire.BrokenWire;
import dev.cantilever.agent.foreign.wire.Deadline;
import dev.cantilever.agent.foreign.wire.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The conversation with one server, taken up again where it broke off. */
final class Line {

  private static final long WAITING_SECONDS = 2;

  private final String version;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private Optional<Session> session = Optional.empty();

  Line(String version) {
    this.version = version;
  }

  Called call(ForeignServer server, Descriptor pinned, JsonNode arguments, Deadline deadline) {
    if (!isFree()) {
      return new Called.Busy();
    }
    boolean sent = false;
    try {
      Session open = open(server, deadline);
      if (!isStill(pinned, open.tools(deadline))) {
        return new Called.Changed();
      }
      sent = true;
      return new Called.Done(open.call(pinned.name(), arguments, deadline));
    } catch (BrokenWire broken) {
      return new Called.Broken(broken.reason(), sent);
    } finally {
      session.filter(Session::isBroken).ifPresent(Session::close);
      session = session.filter(one -> !one.isBroken());
      oneAtATime.unlock();
    }
  }

  private boolean isFree() {
    try {
      return oneAtATime.tryLock(WAITING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Session open(ForeignServer server, Deadline deadline) throws BrokenWire {
    if (session.isEmpty()) {
      session = Optional.of(Session.open(server.address(), version, deadline));
    }
    return session.orElseThrow();
  }

  /** Whether exactly one tool has the name, and says of itself what was pinned. */
  private static boolean isStill(Descriptor pinned, List<JsonNode> listed) {
    List<Optional<Descriptor>> named =
        listed.stream()
            .filter(tool -> pinned.name().equals(tool.path("name").textValue()))
            .map(Descriptor::of)
            .toList();
    return named.equals(List.of(Optional.of(pinned)));
  }
}
