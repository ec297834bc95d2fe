package dev.cantilever.agent.mcp;

import dev.cantilever.agent.conversation.SharedDesk;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue on the wire. A call is the desk's to judge, whoever made it. */
public final class ToolFaces {

  /** How tools are called on the wire. */
  public enum Naming {
    /** As in the catalogue, {@code surrogate.fit}, which the protocol allows. */
    DOTS,
    /** {@code surrogate_fit}, for hosts whose language models take no dots. */
    UNDERSCORES
  }

  private final ToolDesk desk;
  private final Naming naming;
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * All tools of a desk.
   *
   * @throws IllegalStateException where two would have one name on the wire
   */
  public ToolFaces(ToolDesk desk, Naming naming) {
    this.desk = new SharedDesk(desk);
    this.naming = naming;
    for (Catalogue.Entry<?, ?> entry : desk.tools().entries()) {
      String name = entry.tool().card().name();
      names.put(name, name);
      String plain = name.replace('.', '_');
      if (names.put(plain, name) != null && !plain.equals(name)) {
        throw new IllegalStateException("two tools are named " + plain);
      }
    }
  }

  /** In the order of their names. */
  List<ToolFace> all() {
    return desk.tools().entries().stream().map(this::face).toList();
  }

  private ToolFace face(Catalogue.Entry<?, ?> entry) {
    String name = entry.tool().card().name();
    return new ToolFace(
        onTheWire(name),
        entry.tool().card().summary(),
        entry.tool().card().effect(),
        entry.input().schema(),
        entry.output().schema());
  }

  Optional<String> listed(String name) {
    return Optional.ofNullable(names.get(name)).map(this::onTheWire);
  }

  private String onTheWire(String name) {
    return switch (naming) {
      case DOTS -> name;
      case UNDERSCORES -> name.replace('.', '_');
    };
  }

  /** One call at a time; either way of writing a name is understood. */
  Answer call(String client, String name, String arguments) {
    Actor actor = new Actor(Actor.Kind.PLANNER, client, Actor.Channel.MCP);
    return desk.call(actor, names.getOrDefault(name, name), arguments);
  }
}
