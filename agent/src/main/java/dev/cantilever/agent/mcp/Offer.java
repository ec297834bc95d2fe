package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.List;
import java.util.Optional;

/** Everything that a foreign host can see and call. */
public final class Offer {

  /** What a host tells its language model about all of this. */
  public static final String INSTRUCTIONS =
      "Cantilever runs autonomous microscopy. Tools that compute or read can be called at any time."
          + " Tools that adjust, move or expose something are refused here with NEEDS_APPROVAL: they"
          + " run in plans only. Have a plan checked with plan.check, ask for it with plan.request,"
          + " tell the person the ticket, and begin it with plan.run once they have said yes."
          + " Physical quantities carry their unit, such as"
          + " \"8.5 V\". Refusals list every problem at once; correct all of them and call again.";

  private final ToolFaces tools;
  private final Pages pages;
  private final Starts starts;

  public Offer(ToolFaces tools, Pages pages, Starts starts) {
    this.tools = tools;
    this.pages = pages;
    this.starts = starts;
  }

  /** What came of a call. */
  public sealed interface Reply {

    /** It was done. */
    record Done(JsonText result) implements Reply {}

    /** It was not. */
    record Not(Refusal refusal) implements Reply {}
  }

  /** All tools in the order of their names. */
  public List<ToolFace> tools() {
    return tools.all();
  }

  /** How a tool is listed, however its name was written; empty where there is none. */
  public Optional<String> listed(String tool) {
    return tools.listed(tool);
  }

  /** Whether a call may last, so that others need not wait for it. */
  public boolean mayLast(String tool) {
    return tools.hostTool(tool).isPresent();
  }

  /** A call of a tool that there is not, so that the journal has it. */
  public Reply unknown(String client, String tool, String arguments) {
    return atDesk(client, tool, arguments);
  }

  /**
   * One call.
   *
   * @param arguments as text, unchecked
   */
  public Reply call(Caller caller, String tool, String arguments) {
    return tools
        .hostTool(tool)
        .map(known -> known.call(caller, arguments))
        .orElseGet(() -> atDesk(caller.name(), tool, arguments));
  }

  private Reply atDesk(String client, String tool, String arguments) {
    return switch (tools.call(client, tool, arguments)) {
      case Answer.Settled settled -> new Reply.Done(settled.result());
      case Answer.Refused refused -> new Reply.Not(Refusal.of(refused));
      case Answer.Failed failed -> new Reply.Not(Refusal.of(failed));
    };
  }

  /** Pages that are always there. */
  public List<Pages.Page> pages() {
    return pages.fixed();
  }

  /** Families of pages. */
  public List<Pages.Page> families() {
    return pages.families();
  }

  /** A page, as JSON; empty where there is none. */
  public Optional<String> page(String uri) {
    return pages.read(uri);
  }

  /** Guided starts. */
  public List<Starts.Start> starts() {
    return starts.all();
  }

  /** The words of a start, its blanks filled in; empty where there is no such start. */
  public Optional<Starts.Text> start(String name, JsonNode filled) {
    return starts.text(name, filled);
  }
}
