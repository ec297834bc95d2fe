package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.request.PlanCard;
import dev.cantilever.agent.telemetry.Telemetry;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.plan.PossibleCalls;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.report.ReportFile;
import dev.cantilever.tools.report.RunFacts;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSummary;
import dev.cantilever.tools.search.SearchText;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A sentence in, an experiment out: what demo, ask and chat do with each sentence. */
final class Experiment {

  private final Installation installation;
  private final String homeInCommands;
  private final Planner planner;
  private final Actor person;
  private final Screen screen;
  private final Consent consent;
  private final Telemetry telemetry;

  /**
   * For one person and one planner.
   *
   * @param homeInCommands how the home stands in a command that continues this one
   * @param consent how the person says yes or no
   */
  Experiment(
      Installation installation,
      String homeInCommands,
      Planner planner,
      Actor person,
      Screen screen,
      Consent consent) {
    this.installation = installation;
    this.homeInCommands = homeInCommands;
    this.planner = planner;
    this.person = person;
    this.screen = screen;
    this.consent = consent;
    this.telemetry = Telemetry.of(System.getenv());
  }

  Conversation conversation(Desk desk, long seed) {
    return new Conversation(planner, desk, person, seed);
  }

  /** What came of one sentence, said and shown. */
  Outcome say(Conversation conversation, String sentence) {
    return switch (conversation.say(sentence)) {
      case Heard.Words words -> {
        screen.say(words.text());
        yield Outcome.withoutRun(
            word(words.reply()), words.reply() instanceof Reply.Cannot ? 1 : 0);
      }
      case Heard.Refused refused -> {
        understood(refused.understood());
        screen.say("This cannot be done, so nothing was moved:");
        screen.problems(refused.verdict().problems());
        yield Outcome.withoutRun("refused", 1);
      }
      case Heard.Plan plan -> {
        understood(plan.understood());
        yield approved(conversation, plan);
      }
    };
  }

  private static String word(Reply reply) {
    return switch (reply) {
      case Reply.Question question -> "question";
      case Reply.Cannot cannot -> "refused";
      case Reply.Said said -> "answered";
      case Reply.Proposal proposal -> "proposed";
    };
  }

  private void understood(List<String> lines) {
    if (!lines.isEmpty()) {
      screen.say("Understood");
      lines.forEach(line -> screen.say("  " + line));
    }
  }

  private Outcome approved(Conversation conversation, Heard.Plan heard) {
    Verdict.Ready plan = heard.verdict();
    new Card(installation, screen).show(plan.plan());
    PlanRunner runner = runner();
    TicketId ticket = runner.request(plan.plan(), planner.actor());
    state(ticket).terms().asked().map(PlanCard::asked).ifPresent(screen::say);
    boolean mayBeLeased = heard.untrusted().isEmpty();
    if (!(mayBeLeased && isLeased(ticket, plan)) && !isApproved(ticket, plan)) {
      conversation.decline(plan);
      screen.say("Declined; nothing was moved.");
      return Outcome.withoutRun("declined", 0);
    }
    if (state(ticket).status(installation.home().now()) == TicketState.Status.PENDING) {
      screen.say(
          "%s has one yes of two; another person approves it, then plan run %s begins it."
              .formatted(ticket, ticket));
      return Outcome.withoutRun("pending", 0);
    }
    Outcome ended = run(runner, ticket);
    conversation.ran();
    return ended;
  }

  /** Begins what was approved under a ticket. */
  Outcome run(TicketId ticket) {
    return run(runner(), ticket);
  }

  private Outcome run(PlanRunner runner, TicketId ticket) {
    return finished(runner.start(ticket, run -> screen.say("Running as %s".formatted(run))));
  }

  private PlanRunner runner() {
    return installation.runner(
        screen.progressBar().andThen(new WaitOnScreen(screen, homeInCommands)));
  }

  private boolean isLeased(TicketId ticket, Verdict.Ready plan) {
    if (!PlanLabels.of(plan.plan(), installation.calls().catalogue()).steered().isEmpty()) {
      return false;
    }
    Effect most = PossibleCalls.of(plan.plan(), installation.calls().catalogue()).most();
    boolean leased = tickets().grantUnderLease(ticket, most, plan.predicted());
    if (leased) {
      screen.say("A lease covers this plan, so nobody is asked.");
    }
    return leased;
  }

  /** Whoever is asked sees what became of the plan in a rehearsal. */
  private boolean isApproved(TicketId ticket, Verdict.Ready plan) {
    if (!consent.isGiven()) {
      new Card(installation, screen).rehearse(plan.plan());
    }
    boolean yes = consent.ask().getAsBoolean();
    Optional<Problem> problem =
        yes
            ? tickets().grant(ticket, person, Tickets.USUAL)
            : tickets().deny(ticket, person, "declined at the screen");
    problem.ifPresent(one -> screen.problems(List.of(one)));
    return yes && problem.isEmpty();
  }

  private TicketState state(TicketId ticket) {
    return tickets().find(ticket).orElseThrow();
  }

  private Tickets tickets() {
    return new Tickets(installation.home());
  }

  /** Summary and report of a run that has ended. */
  Outcome finished(RunOutcome ended) {
    RunId run = ended.run();
    ReportFile.Written report = ReportFile.write(installation.home(), run);
    RunFacts facts = report.facts();
    RunState state = installation.home().find(run).orElseThrow();
    screen.blank();
    screen.say(
        "%s %s%s"
            .formatted(run, facts.status(), ended.reason().isEmpty() ? "" : ": " + ended.reason()));
    CampaignState.of(state.campaign()).ifPresent(campaign -> summary(campaign, facts));
    SearchState.of(state.search())
        .ifPresent(search -> searched(SearchSummary.of(search, state), facts));
    telemetry.send(installation.home(), run).ifPresent(screen::say);
    found(state);
    screen.say("Report   " + report.file());
    screen.say("Verify   ./cantilever verify " + run + homeInCommands);
    screen.say("Replay   ./cantilever replay " + run + homeInCommands);
    return Outcome.of(facts);
  }

  /** What the steps of the plan wrote down. */
  private void found(RunState state) {
    for (StepEvent event : state.steps()) {
      if (event instanceof StepEvent.Measured measured) {
        screen.say(
            "Found    %s: %s"
                .formatted(
                    measured.name(),
                    PlanText.value(StrictJson.ours(measured.value().canonical()))));
      }
    }
  }

  private void summary(CampaignState campaign, RunFacts facts) {
    double full =
        facts.measured() == 0 ? 0 : facts.instrumentSeconds() / facts.measured() * facts.pool();
    screen.say(
        String.format(
            Locale.ROOT,
            "Measured %d of %d sites in %,.1f s of instrument time instead of %,.0f s",
            facts.measured(),
            facts.pool(),
            facts.instrumentSeconds(),
            full));
    campaign
        .best()
        .ifPresent(
            best ->
                screen.say(
                    String.format(
                        Locale.ROOT, "Best     %.6g at site %d", best.reward(), best.site())));
    facts
        .topFivePercentFound()
        .ifPresent(
            share ->
                screen.say(
                    String.format(
                        Locale.ROOT,
                        "Found    %.1f %% of the best twentieth of all sites (at random: %.1f %%)",
                        100 * share,
                        100.0 * facts.measured() / facts.pool())));
    facts
        .iterationMillisMedian()
        .ifPresent(
            millis ->
                screen.say(
                    String.format(Locale.ROOT, "Thought  %.0f ms per iteration (median)", millis)));
  }

  private void searched(SearchSummary summary, RunFacts facts) {
    screen.say(
        String.format(
            Locale.ROOT,
            "Tried    %d of %d conditions in %,.1f s of instrument time",
            facts.measured(),
            facts.pool(),
            facts.instrumentSeconds()));
    summary.best().stream()
        .limit(12)
        .forEach(
            best ->
                screen.say(
                    "Best     %s: %s"
                        .formatted(
                            SearchText.settings(best.settings()),
                            SearchText.outcomes(best.outcomes()))));
    summary.findings().forEach(one -> screen.say("Learnt   " + SearchText.finding(one)));
  }

  /** What the shell is told. */
  static int exitCode(Outcome outcome) {
    return switch (outcome.status()) {
      case "completed", "stopped", "aborted", "answered" -> ExitCode.OK;
      case "failed" -> ExitCode.FAILED;
      default -> ExitCode.REFUSED;
    };
  }
}
