package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.request.RunProgress;
import java.util.Optional;

/** Who calls a tool, and what passes between us while the call is open. */
public interface Caller {

  /** What the client calls itself, for the journal. */
  String name();

  /** Tells how far it is; nothing is told to who has not asked for it. */
  void tell(RunProgress progress);

  /** Whether the client says that it can put a form before a person, and is listening. */
  boolean canBeAsked();

  /**
   * Has the client put a form before a person and waits.
   *
   * @param form schema of its fields
   * @return empty where no answer came in time, or none that can be read
   */
  Optional<Said> ask(String message, ObjectNode form);

  /** Runs {@code end} when nobody waits for the answer any more; at once where that is so now. */
  void whenGone(Runnable end);

  /**
   * What came back.
   *
   * @param isFilledIn whether the form was sent; otherwise it was declined or closed
   * @param fields as they came, unchecked
   */
  record Said(boolean isFilledIn, JsonNode fields) {}
}
