package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that are named by the SHA-256 of their text, so that whoever reads one can check it. */
final class HashedPages {

  private static final RecordType<Plan> PLAN = RecordType.of(Plan.class);
  private static final Pattern PLAN_URI = Pattern.compile("plan://(sha256:[0-9a-f]{64})");
  private static final Pattern DATA_URI =
      Pattern.compile("data://(run-[0-9]{4,9})/(sha256:[0-9a-f]{64})");
  private static final int LONGEST = 1 << 20;

  private final Home home;
  private final CallReader calls;

  HashedPages(Home home, CallReader calls) {
    this.home = home;
    this.calls = calls;
  }

  static List<Pages.Page> families() {
    return List.of(
        new Pages.Page(
            "plan://{hash}",
            "plan",
            "One plan",
            "A plan that was checked or asked for, in its canonical form, whose SHA-256 the hash"
                + " is."),
        new Pages.Page(
            "data://{run}/{hash}",
            "data",
            "One reading",
            "What a call of a run has read, by the hash that its result gives under blob: JSON with"
                + " axes and units; at most %d bytes.".formatted(LONGEST)));
  }

  /** A page by its name; empty where there is none. */
  Optional<String> read(String uri) {
    Matcher plan = PLAN_URI.matcher(uri);
    Matcher data = DATA_URI.matcher(uri);
    if (plan.matches()) {
      return plan(plan.group(1)).map(found -> CanonicalJson.text(PLAN.write(found)));
    }
    return data.matches()
        ? home.blob(new RunId(data.group(1)), data.group(2)).map(HashedPages::text)
        : Optional.empty();
  }

  private Optional<Plan> plan(String hash) {
    return new Tickets(home)
        .all().stream()
            .map(TicketState::terms)
            .filter(terms -> terms.planHash().equals(hash))
            .findFirst()
            .map(Terms::plan)
            .or(() -> checked(hash));
  }

  /** What was sent is brought into its form as it was then, where that is still possible. */
  private Optional<Plan> checked(String hash) {
    return home.find(Home.DESK)
        .flatMap(desk -> CheckedPlans.find(desk, hash))
        .map(checked -> canonical(checked.plan()))
        .filter(plan -> PlanCheck.hash(plan).equals(hash));
  }

  private Plan canonical(Plan written) {
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      return new PlanCheck(calls).check(written, rack).plan();
    }
  }

  private static String text(byte[] blob) {
    return blob.length <= LONGEST
        ? new String(blob, StandardCharsets.UTF_8)
        : JsonNodeFactory.instance
            .objectNode()
            .put("bytes", blob.length)
            .put("next", "too long to read here; data.export writes it into a file")
            .toString();
  }
}
