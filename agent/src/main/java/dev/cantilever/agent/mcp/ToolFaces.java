package dev.cantilever.agent.mcp;

import dev.cantilever.agent.conversation.SharedDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue on the wire. A call is the desk's to judge, whoever made it. */
public final class ToolFaces {

  /** How tools are called on the wire. */
  public enum Naming {
    /** As in the catalogue, {@code surrogate.fit}, which the protocol allows. */
    DOTS,
    /** {@code surrogate_fit}, for hosts whose language models take no dots. */
    UNDERSCORES
  }

  private final SharedDesk desk;
  private final Naming naming;
  private final Map<String, HostTool> hostTools = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * All tools of a desk, and some more.
   *
   * @throws IllegalStateException where two would have one name on the wire
   */
  public ToolFaces(SharedDesk desk, List<HostTool> more, Naming naming) {
    this.desk = desk;
    this.naming = naming;
    for (Catalogue.Entry<?, ?> entry : desk.tools().entries()) {
      name(entry.tool().card().name());
    }
    for (HostTool tool : more) {
      name(tool.face().name());
      hostTools.put(tool.face().name(), tool);
    }
  }

  private void name(String name) {
    boolean taken = names.put(name, name) != null;
    String plain = name.replace('.', '_');
    if (taken || (names.put(plain, name) != null && !plain.equals(name))) {
      throw new IllegalStateException("two tools are named " + plain);
    }
  }

  /** In the order of their names. */
  List<ToolFace> all() {
    return Stream.concat(
            desk.tools().entries().stream().map(ToolFaces::face),
            hostTools.values().stream().map(HostTool::face))
        .sorted(Comparator.comparing(ToolFace::name))
        .map(face -> face.onTheWire(onTheWire(face.name())))
        .toList();
  }

  private static ToolFace face(Catalogue.Entry<?, ?> entry) {
    return new ToolFace(
        entry.tool().card().name(),
        entry.tool().card().summary(),
        entry.tool().card().effect(),
        false,
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

  /** A tool that is none of the catalogue, however its name was written. */
  Optional<HostTool> hostTool(String name) {
    return Optional.ofNullable(names.get(name)).map(hostTools::get);
  }

  /** One call at a time; either way of writing a name is understood. */
  Answer call(String client, String name, String arguments) {
    Actor actor = new Actor(Actor.Kind.PLANNER, client, Actor.Channel.MCP);
    return desk.call(actor, names.getOrDefault(name, name), arguments);
  }
}
