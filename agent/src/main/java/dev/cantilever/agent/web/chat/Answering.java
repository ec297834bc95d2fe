package dev.cantilever.agent.web.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.web.Outlet;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.watch.Ascii;
import dev.cantilever.tools.schema.RecordType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An answer while it is made: pieces of a draft, then what came of the sentence, as server-sent
 * events. It is made whether or not anybody goes on listening.
 */
final class Answering {

  private static final RecordType<HeardView> HEARD = RecordType.of(HeardView.class);
  private static final long HEARTBEAT_SECONDS = 15;
  private static final int MOST_PIECES = 10_000;

  /** One event; the last ends the stream. */
  private record Event(String name, ObjectNode data, boolean isLast) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** What a model has just written; of a flood only the beginning is shown. */
  void draft(String piece) {
    if (events.size() < MOST_PIECES) {
      events.add(
          new Event("draft", JsonNodeFactory.instance.objectNode().put("text", piece), false));
    }
  }

  /** Makes it. */
  void made(Supplier<HeardView> heard) {
    try {
      events.add(new Event("heard", (ObjectNode) HEARD.write(heard.get()), true));
    } catch (RuntimeException failure) {
      Trouble trouble =
          Trouble.of(500, "Broken", "the planner failed; say it again, or with other words");
      events.add(new Event("trouble", trouble.json(), true));
      throw failure;
    }
  }

  /** Writes until it is made. */
  void into(Outlet outlet) throws IOException {
    try {
      boolean more = true;
      while (more) {
        Event event = events.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        outlet.write(event == null ? ":\n\n".getBytes(StandardCharsets.UTF_8) : bytes(event));
        more = event == null || !event.isLast();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(Event event) {
    return "event: %s\ndata: %s\n\n"
        .formatted(event.name(), Ascii.of(event.data()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
