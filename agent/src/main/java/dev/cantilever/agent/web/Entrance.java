package dev.cantilever.agent.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of every request, from its headers to its answer; the same for all routes. */
public final class Entrance {

  private static final String JSON = "application/json";

  private final Doorkeeper doorkeeper;
  private final Limits limits;
  private final Lanes lanes;

  public Entrance(Doorkeeper doorkeeper, Limits limits, Lanes lanes) {
    this.doorkeeper = doorkeeper;
    this.limits = limits;
    this.lanes = lanes;
  }

  /**
   * A request as it came.
   *
   * @param parts of the path as they came
   * @param queries all values of each
   * @param body not read yet
   */
  public record Knock(
      Doorkeeper.Visit visit,
      Map<String, String> parts,
      Map<String, List<String>> queries,
      Body body) {}

  /** Opens the body. */
  @FunctionalInterface
  public interface Body {
    InputStream open() throws IOException;
  }

  /** A request that is not what its route takes. */
  private static final class Misfit extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient Trouble trouble;

    Misfit(Trouble trouble) {
      super(null, null, false, false);
      this.trouble = trouble;
    }
  }

  /** Whether anything of that origin and for that host is looked at. */
  public Optional<Trouble> objection(Doorkeeper.Visit visit, boolean changesSomething) {
    return doorkeeper.objection(visit, changesSomething);
  }

  /**
   * The answer of a route.
   *
   * @param arrived is told when nothing more is awaited from the other side
   */
  public Reply serve(Route route, Knock knock, Runnable arrived) throws IOException {
    if (route.lane() != Route.Lane.STOPPING) {
      Optional<Trouble> hasty = doorkeeper.haste(knock.visit());
      if (hasty.isPresent()) {
        return Reply.not(hasty.get());
      }
    }
    return switch (doorkeeper.judge(knock.visit(), route.access())) {
      case Doorkeeper.Ruling.Refused refused -> Reply.not(refused.trouble());
      case Doorkeeper.Ruling.Welcome welcome -> {
        try {
          Asked asked = asked(route, knock, welcome.caller());
          arrived.run();
          yield lanes.answer(route, asked);
        } catch (Misfit misfit) {
          yield Reply.not(misfit.trouble);
        }
      }
    };
  }

  private Asked asked(Route route, Knock knock, Caller caller) throws IOException, Misfit {
    requireForms(route, knock.parts());
    Map<String, String> queries = queries(route, knock.queries());
    Optional<StrictBody.Read> body = route.changesSomething() ? body(knock) : noBody();
    return new Asked(
        caller,
        knock.parts(),
        queries,
        body.map(StrictBody.Read::text).orElse(""),
        body.map(StrictBody.Read::tree).orElseGet(JsonNodeFactory.instance::objectNode),
        lastEvent(knock.visit()));
  }

  private static void requireForms(Route route, Map<String, String> parts) throws Misfit {
    for (PathPart part : route.parts()) {
      if (!part.form().matcher(parts.getOrDefault(part.word(), "")).matches()) {
        throw new Misfit(
            Trouble.notFound(
                "a %s looks like %s; there is no such".formatted(part.word(), part.example())));
      }
    }
  }

  private static Map<String, String> queries(Route route, Map<String, List<String>> given)
      throws Misfit {
    Map<String, String> queries = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> one : given.entrySet()) {
      boolean fits =
          one.getValue().size() == 1
              && route.facts().queries().stream()
                  .anyMatch(
                      query ->
                          query.name().equals(one.getKey())
                              && query.form().matcher(one.getValue().getFirst()).matches());
      if (!fits) {
        throw new Misfit(Trouble.of(400, "Not a request", allowed(route)));
      }
      queries.put(one.getKey(), one.getValue().getFirst());
    }
    return queries;
  }

  private static String allowed(Route route) {
    List<String> forms =
        route.facts().queries().stream().map(q -> q.name() + "=" + q.form().pattern()).toList();
    return forms.isEmpty()
        ? "nothing may stand behind the question mark"
        : "behind the question mark may stand, each once: " + String.join(", ", forms);
  }

  private Optional<StrictBody.Read> body(Knock knock) throws IOException, Misfit {
    List<String> types = knock.visit().headers().all("Content-Type");
    boolean json =
        types.size() == 1 && types.getFirst().split(";", 2)[0].strip().equalsIgnoreCase(JSON);
    if (!json) {
      throw new Misfit(Trouble.of(415, "Not JSON", "send Content-Type: application/json"));
    }
    byte[] bytes;
    try (InputStream in = knock.body().open()) {
      bytes = in.readNBytes(limits.bodyBytes() + 1);
    }
    if (bytes.length > limits.bodyBytes()) {
      throw new Misfit(
          Trouble.of(413, "Too long", "at most %d bytes are read".formatted(limits.bodyBytes())));
    }
    if (bytes.length == 0) {
      return Optional.empty(); // as an empty object, whose missing parts are told one by one
    }
    StrictBody.Read read =
        StrictBody.of(bytes).orElseThrow(() -> new Misfit(StrictBody.notStrict()));
    return Optional.of(read);
  }

  private static Optional<StrictBody.Read> noBody() {
    return Optional.empty();
  }

  private static Optional<Long> lastEvent(Doorkeeper.Visit visit) throws Misfit {
    List<String> given = visit.headers().all("Last-Event-ID");
    if (given.isEmpty() || given.getFirst().isEmpty()) {
      return Optional.empty();
    }
    if (given.size() > 1 || !given.getFirst().matches("(0|[1-9][0-9]{0,15})")) {
      throw new Misfit(Trouble.of(400, "Not a request", "Last-Event-ID is the number of an entry"));
    }
    return Optional.of(Long.parseLong(given.getFirst()));
  }
}
