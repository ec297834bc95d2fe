package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.report.RunFacts;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be read beside the tools, as JSON: runs, their logs, the limits in force. */
public final class Pages {

  private static final RecordType<RunFacts> FACTS = RecordType.of(RunFacts.class);
  private static final RecordType<Envelope> ENVELOPE = RecordType.of(Envelope.class);
  private static final Pattern RUN = Pattern.compile("run://(run-[0-9]{4,9})");
  private static final Pattern LOG =
      Pattern.compile("log://(run-[0-9]{4,9}|desk)/(0|[1-9][0-9]{0,8})");
  private static final int LONGEST_PAGE = 50;

  private final Home home;
  private final HashedPages hashed;

  /**
   * Of one home.
   *
   * @param calls reads the calls of plans
   */
  public Pages(Home home, CallReader calls) {
    this.home = home;
    this.hashed = new HashedPages(home, calls);
  }

  /**
   * One page, or a family of them.
   *
   * @param uri its name; a part in braces stands for many
   */
  public record Page(String uri, String name, String title, String description) {}

  /** Pages that are always there. */
  List<Page> fixed() {
    return List.of(
        new Page(
            "limits://current",
            "limits",
            "Limits in force",
            "How much happens without a person, and the envelope of every instrument: channels with limits, budgets, interlocks, and the"
                + " hash of its file. What it does not name is not allowed."),
        new Page(
            "run://all", "runs", "All runs", "Name, goal and status of every run, oldest first."));
  }

  /** Families of pages. */
  List<Page> families() {
    List<Page> families = new ArrayList<>(HashedPages.families());
    families.addAll(ofRuns());
    return families;
  }

  private static List<Page> ofRuns() {
    return List.of(
        new Page(
            "run://{run}",
            "run",
            "One run",
            "Goal, plan, status and numbers of a run, such as run://run-0001."),
        new Page(
            "log://{run}/{seq}",
            "log",
            "Log of a run",
            "Entries of a run's journal from number seq on, at most %d at a time, and the next"
                    .formatted(LONGEST_PAGE)
                + " number; the run desk is the talk and the calls outside of runs."));
  }

  /** A page by its name; empty where there is none. */
  Optional<String> read(String uri) {
    Matcher run = RUN.matcher(uri);
    Matcher log = LOG.matcher(uri);
    if (uri.equals("limits://current")) {
      return Optional.of(limits().toString());
    }
    if (uri.equals("run://all")) {
      return Optional.of(runs().toString());
    }
    if (run.matches()) {
      RunId id = new RunId(run.group(1));
      return home.find(id)
          .filter(state -> state.opened().isPresent())
          .map(state -> run(id, state).toString());
    }
    return log.matches()
        ? log(new RunId(log.group(1)), Integer.parseInt(log.group(2)))
        : hashed.read(uri);
  }

  private ObjectNode limits() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("autonomy", home.autonomy().name().toLowerCase(Locale.ROOT));
    ArrayNode list = page.putArray("instruments");
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      for (InstrumentId id : rack.instruments()) {
        ObjectNode one = list.addObject().put("instrument", id.value());
        switch (rack.envelope(id)) {
          case EnvelopeStatus.Missing missing -> one.put("missing", missing.reason());
          case EnvelopeStatus.Loaded loaded -> {
            one.put("hash", loaded.hash());
            one.set("envelope", ENVELOPE.write(loaded.envelope()));
          }
        }
      }
    }
    return page;
  }

  private ObjectNode runs() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode list = page.putArray("runs");
    for (RunId id : home.runs()) {
      home.find(id).ifPresent(state -> list.add(line(id, state)));
    }
    return page;
  }

  private static ObjectNode line(RunId id, RunState state) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("run", id.value())
        .put("goal", state.opened().map(opened -> opened.plan().goal()).orElse(""))
        .put("status", RunFacts.of(id, state, Optional.empty()).status());
  }

  private static ObjectNode run(RunId id, RunState state) {
    ObjectNode page = line(id, state);
    page.set("facts", FACTS.write(RunFacts.of(id, state, Optional.empty())));
    RunEvent.Opened opened = state.opened().orElseThrow();
    page.put("plan_hash", opened.planHash()).put("software", opened.software());
    ArrayNode envelopes = page.putArray("envelopes");
    opened
        .instruments()
        .forEach(
            one ->
                envelopes
                    .addObject()
                    .put("instrument", one.instrument().value())
                    .put("envelope", one.envelope())
                    .put("hash", one.hash()));
    return page;
  }

  private Optional<String> log(RunId id, int from) {
    if (!home.exists(id)) {
      return Optional.empty();
    }
    ObjectNode page = JsonNodeFactory.instance.objectNode().put("run", id.value());
    try (Journal journal = Journal.read(home.place(id), id.value())) {
      List<Entry> all = journal.fresh();
      int end = Math.min(all.size(), from + LONGEST_PAGE);
      page.put("size", all.size()).put("root", journal.root().text());
      ArrayNode entries = page.putArray("entries");
      all.subList(Math.min(from, end), end).forEach(entry -> entries.add(entry(entry)));
      if (end < all.size()) {
        page.put("next", end);
      }
    }
    return Optional.of(page.toString());
  }

  private static ObjectNode entry(Entry entry) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("seq", entry.seq()).put("ts", entry.ts()).put("type", entry.type());
    line.set("actor", entry.actor());
    line.set("body", entry.body());
    return line;
  }
}
