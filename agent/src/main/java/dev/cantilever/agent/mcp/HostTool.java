package dev.cantilever.agent.mcp;

/** What a host may do here beside calling tools of the catalogue: ask for a plan, begin it. */
public interface HostTool {

  /** How it is listed, by its name with dots. */
  ToolFace face();

  /**
   * One call.
   *
   * @param arguments as text, unchecked
   */
  Offer.Reply call(Caller caller, String arguments);
}
