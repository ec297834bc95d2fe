package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Route.Query;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.audit.Fact;
import dev.cantilever.tools.audit.Why;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.review.Reviewed;
import dev.cantilever.tools.review.Reviewed.Found;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A run as it opens before a reviewer, its calls, and why they were made. */
final class ReviewRoutes {

  private static final View<ReviewSheet> SHEET = View.of(ReviewSheet.class);
  private static final View<Calls> CALLS = View.of(Calls.class);
  private static final View<Why> WHY = View.of(Why.class);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
  private static final String STATES = "proposed|open|settled|refused|failed|reconciled";

  private final Home home;
  private final ReviewShelf shelf;

  ReviewRoutes(Home home, ReviewShelf shelf) {
    this.home = home;
    this.shelf = shelf;
  }

  /**
   * Calls in the order in which they were proposed.
   *
   * @param matching how many there are that pass
   * @param next where to go on, if there are more
   */
  public record Calls(RunId run, int matching, List<CallLine> calls, Optional<Integer> next) {

    public Calls {
      calls = List.copyOf(calls);
    }
  }

  List<Route> routes() {
    return List.of(
        look(
            "/api/runs/{run}/sheet",
            "A run as it opens before a reviewer: plan, approval, envelopes, how much of what"
                + " happened when.",
            List.of(),
            SHEET.gives(),
            this::sheet),
        look(
            "/api/runs/{run}/calls",
            "Calls of a run: who asked, arguments, decision, times, outcome, every problem.",
            List.of(
                new Query("from", NUMBER, "How many to leave out; 0 if not given."),
                new Query("limit", LIMIT, "At most so many; 100 if not given."),
                new Query("state", Pattern.compile(STATES), "Only calls in this state."),
                new Query(
                    "filter",
                    LogRoutes.FILTER,
                    "Words such as tool:raman.* is:changing; before the colon: "
                        + Reviewed.WORDS.names())),
            CALLS.gives(),
            this::calls),
        look(
            "/api/runs/{run}/why",
            "Who asked for a step, what was known, who approved it, what else would have been.",
            List.of(
                new Query(
                    "step",
                    Pattern.compile("[a-z0-9#.-]{1,80}"),
                    "A call (call-7), a batch (batch-3), or the number of a step (2#1.1).")),
            WHY.gives(),
            this::why));
  }

  private static Route look(
      String path, String summary, List<Query> queries, Route.Gives gives, Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        Access.viewer(Scope.RUNS),
        Route.Lane.LOOKING,
        new Route.Facts(summary, queries, Optional.empty(), gives),
        handler);
  }

  private Reply sheet(Asked asked) {
    boolean sealed = home.isSealed(asked.run()); // asked before it is read
    return shelf
        .look(asked.run(), (reviewed, tail) -> ReviewSheet.of(asked.run(), reviewed, sealed))
        .flatMap(sheet -> sheet)
        .map(SHEET::show)
        .orElseGet(() -> Reply.not(RunRoutes.noRun()));
  }

  private Reply calls(Asked asked) {
    Optional<Predicate<Found>> filter = Reviewed.WORDS.of(asked.query("filter").orElse(""));
    if (filter.isEmpty()) {
      return Reply.not(Trouble.of(400, "Not a request", Reviewed.WORDS.objection()));
    }
    Predicate<Found> state =
        found -> asked.query("state").map(found.row().state()::equals).orElse(true);
    return shelf
        .look(asked.run(), (reviewed, tail) -> page(asked, reviewed, filter.get().and(state), tail))
        .map(CALLS::show)
        .orElseGet(() -> Reply.not(RunRoutes.noRun()));
  }

  private static Calls page(Asked asked, Reviewed reviewed, Predicate<Found> wanted, Tail tail) {
    int from = asked.number("from", 0);
    int most = asked.number("limit", 100);
    boolean isWhole = asked.query("filter").isEmpty() && asked.query("state").isEmpty();
    int matching =
        isWhole
            ? reviewed.index().calls().size() // and nothing is said of those that are not shown
            : Math.toIntExact(reviewed.calls().filter(wanted).count());
    List<Found> shown = reviewed.calls().filter(wanted).skip(from).limit(most).toList();
    Map<CallId, List<Fact>> facts =
        Reviewed.facts(shown, tail).stream()
            .collect(Collectors.groupingBy(fact -> ((CallEvent) fact.event()).call()));
    return new Calls(
        asked.run(),
        matching,
        shown.stream()
            .map(found -> CallLine.of(found, facts.get(new CallId(found.row().call()))))
            .toList(),
        from + most < matching ? Optional.of(from + most) : Optional.empty());
  }

  private Reply why(Asked asked) {
    if (!home.exists(asked.run())) {
      return Reply.not(RunRoutes.noRun());
    }
    String step = asked.query("step").orElse("");
    return Why.of(home, asked.run(), step)
        .map(WHY::show)
        .orElseGet(
            () ->
                Reply.not(
                    Trouble.notFound(
                        "step=call-7 asks about a call, step=batch-3 about a batch, step=2#1.1 about"
                            + " a step; the calls of the run tell which there are")));
  }
}
