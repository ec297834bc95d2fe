package dev.cantilever.agent.mcp.sdk;

import dev.cantilever.tools.journal.JournalFailure;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is said of our own failures: all of it in the log, to the client nothing of the inside. */
record Complaints(Consumer<String> log) {

  /** Writes it to the log; yields the words for the client. */
  String about(Exception broken) {
    log.accept(broken.toString());
    return broken instanceof JournalFailure failure
        ? failure.getMessage()
        : "this program broke over it; its standard error says how";
  }

  /** What {@code work} yields; where it breaks, the SDK gets an error with our words. */
  <T> T guard(Supplier<T> work) {
    try {
      return work.get();
    } catch (McpError ours) {
      throw ours;
    } catch (RuntimeException broken) {
      throw McpError.builder(ErrorCodes.INTERNAL_ERROR).message(about(broken)).build();
    }
  }
}
