package dev.cantilever.agent.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Route.Query;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Logs entry by entry, and whether they are as they were written. */
final class LogRoutes {

  private static final View<Page> PAGE = View.of(Page.class);
  private static final View<Verdict> VERDICT = View.of(Verdict.class);

  /** As it may stand behind the question mark. */
  static final Pattern FILTER = Pattern.compile("[A-Za-z0-9:*._/# -]{0,200}");

  private static final int PAGE_SIZE = 500;
  private static final int MOST_READ = 20_000;

  private final Home home;

  LogRoutes(Home home) {
    this.home = home;
  }

  /**
   * Entries.
   *
   * @param entries as they stand in the journal
   * @param next number of the entry at which to go on, if the end was not reached
   */
  public record Page(RunId run, List<JsonText> entries, Optional<Long> next) {

    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Whether a log is as it was written.
   *
   * @param signed what signed checkpoints say, where it was held against some
   * @param findings where it is not
   */
  public record Verdict(
      RunId run,
      boolean intact,
      boolean sealed,
      long entries,
      Optional<String> root,
      Optional<Signed> signed,
      List<Verification.Finding> findings) {

    public Verdict {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Checkpoints that all fit.
   *
   * @param size entries under the last of them
   * @param time when that was signed
   */
  public record Signed(int checkpoints, long size, String time, String key) {

    static Signed of(Verification.Signed signed) {
      return new Signed(
          signed.checkpoints(), signed.size(), signed.time().toString(), signed.keyId());
    }
  }

  List<Route> routes() {
    return List.of(
        look(
            "/api/runs/{run}/log",
            "Entries of a journal, from one number on, those that pass a filter.",
            List.of(
                new Query("from", Pattern.compile("[0-9]{1,9}"), "Number of the first entry."),
                new Query("limit", Pattern.compile("[1-9][0-9]{0,2}"), "At most so many; 100."),
                new Query(
                    "filter",
                    FILTER,
                    "Words such as type:call.* actor:grammar/1; before the colon: "
                        + LogFilter.keys())),
            PAGE.gives(),
            Route.Lane.LOOKING,
            this::entries),
        look(
            "/api/runs/{run}/log/verify",
            "Checks every hash, proof and signature of a log.",
            List.of(),
            VERDICT.gives(),
            Route.Lane.CALLING,
            this::verify));
  }

  private static Route look(
      String path,
      String summary,
      List<Query> queries,
      Route.Gives gives,
      Route.Lane lane,
      Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        Access.viewer(Scope.LOGS),
        lane,
        new Route.Facts(summary, queries, Optional.empty(), gives),
        handler);
  }

  private Reply entries(Asked asked) {
    if (!home.exists(asked.run())) {
      return Reply.not(RunRoutes.noRun());
    }
    return LogFilter.of(asked.query("filter").orElse(""))
        .map(filter -> PAGE.show(page(asked, filter)))
        .orElseGet(
            () ->
                Reply.not(
                    Trouble.of(
                        400,
                        "Not a request",
                        "a filter has words such as type:call.*; before the colon stands one of "
                            + LogFilter.keys())));
  }

  /** Reads on until there are enough that pass, or enough was read for one request. */
  private Page page(Asked asked, Predicate<Entry> filter) {
    int most = asked.number("limit", 100);
    long at = asked.number("from", 0);
    long end = at + MOST_READ;
    List<JsonText> found = new ArrayList<>();
    try (Tail tail = home.tail(asked.run())) {
      while (at < end) {
        List<Entry> page = tail.from(at, PAGE_SIZE);
        for (Entry entry : page) {
          at = entry.seq() + 1;
          if (filter.test(entry)) {
            found.add(line(entry));
          }
          if (found.size() == most) {
            return new Page(asked.run(), found, more(tail, at));
          }
        }
        if (page.isEmpty()) {
          return new Page(asked.run(), found, Optional.empty());
        }
      }
      return new Page(asked.run(), found, more(tail, at));
    }
  }

  private static Optional<Long> more(Tail tail, long at) {
    return at < tail.size() ? Optional.of(at) : Optional.empty();
  }

  private static JsonText line(Entry entry) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("seq", entry.seq()).put("ts", entry.ts()).put("type", entry.type());
    line.set("actor", entry.actor());
    line.set("body", entry.body());
    return new JsonText(CanonicalJson.text(line));
  }

  private Reply verify(Asked asked) {
    RunId run = asked.run();
    if (!home.exists(run)) {
      return Reply.not(RunRoutes.noRun());
    }
    return VERDICT.show(
        switch (JournalVerifier.verify(home.place(run), run.value(), home.evidence(run))) {
          case Verification.Intact intact ->
              new Verdict(
                  run,
                  true,
                  intact.sealed(),
                  intact.entries(),
                  Optional.of(intact.root().text()),
                  intact.signed().map(Signed::of),
                  List.of());
          case Verification.Broken broken ->
              new Verdict(
                  run,
                  false,
                  home.isSealed(run),
                  0,
                  Optional.empty(),
                  Optional.empty(),
                  broken.findings());
        });
  }
}
