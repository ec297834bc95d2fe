package dev.cantilever.vocabulary.event;

/**
 * Who is asking, and through which door.
 *
 * @param kind person, planner or the runtime itself
 * @param id which one, for example {@code grammar/1} or the operating-system account
 * @param channel how it reached us
 */
public record Actor(Kind kind, String id, Channel channel) {

  /** Kinds of principal. */
  public enum Kind {
    PERSON,
    PLANNER,
    MODEL,
    RUNTIME
  }

  /** Ways in. */
  public enum Channel {
    COMMAND_LINE,
    CHAT,
    MCP,
    WEB,
    INTERNAL
  }

  /** The runtime acting on its own account inside an approved plan. */
  public static final Actor RUNTIME = new Actor(Kind.RUNTIME, "cantilever", Channel.INTERNAL);
}
