package dev.cantilever.agent.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that can be asked. There is no way to write one without saying who may.
 *
 * @param path with its variable parts in braces, each a {@link PathPart}
 * @param access who may ask
 * @param lane where it is worked on
 * @param facts what the OpenAPI document tells of it
 */
public record Route(
    Method method, String path, Access access, Lane lane, Facts facts, Handler handler) {

  private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

  /** What is done with a resource. */
  public enum Method {
    /** Looks and changes nothing. */
    GET,
    /** Asks for something to be done. */
    POST
  }

  /** Where work waits. A long call is in nobody's way but that of other calls. */
  public enum Lane {
    /** What only looks, or leaves a word for a run. */
    LOOKING,
    /** Calls of tools, checks and rehearsals of plans. */
    CALLING,
    /** Stop and nothing else. */
    STOPPING
  }

  /**
   * For the document.
   *
   * @param summary one sentence
   * @param queries what may stand behind the question mark; all may be left out
   * @param takes schema of the JSON body, if it takes one
   */
  public record Facts(
      String summary, List<Query> queries, Optional<ObjectNode> takes, Gives gives) {

    public Facts {
      queries = List.copyOf(queries);
    }
  }

  /** Something that may stand behind the question mark. */
  public record Query(String name, Pattern form, String description) {}

  /**
   * What it answers with.
   *
   * @param schema where that is JSON
   */
  public record Gives(int status, String type, Optional<ObjectNode> schema) {

    public static Gives json(int status, ObjectNode schema) {
      return new Gives(status, "application/json", Optional.of(schema));
    }

    public static Gives other(String type) {
      return new Gives(200, type, Optional.empty());
    }
  }

  /** Answers. */
  @FunctionalInterface
  public interface Handler {
    Reply answer(Asked asked);
  }

  public Route {
    Objects.requireNonNull(access, "who may ask");
    Matcher parts = PART.matcher(path);
    while (parts.find()) {
      PathPart.named(parts.group(1)); // throws where there is none
    }
  }

  /** The variable parts of the path, in order. */
  public List<PathPart> parts() {
    List<PathPart> found = new ArrayList<>();
    Matcher parts = PART.matcher(path);
    while (parts.find()) {
      found.add(PathPart.named(parts.group(1)));
    }
    return found;
  }

  /** Whether it may change something. */
  public boolean changesSomething() {
    return method == Method.POST;
  }
}
