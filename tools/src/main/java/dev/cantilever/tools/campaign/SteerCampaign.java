package dev.cantilever.tools.campaign;

import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSteering;
import dev.cantilever.tools.search.SteeringCheck;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Optional;
import java.util.Set;

/** {@code campaign.steer}: another course for a running campaign, inside what was approved. */
public final class SteerCampaign implements Tool<SteerCampaign.Input, SteerCampaign.Output> {

  /** Its name. */
  public static final String NAME = "campaign.steer";

  /** Which one, and where to. */
  public record Input(
      @Doc("The run that the campaign belongs to.") RunId run,
      @Doc("What to change of a campaign over sites.") Optional<Steering> change,
      @Doc("What to change of a campaign over conditions, which campaign.search began.")
          Optional<SearchSteering> search) {

    public Input {
      if (change.isPresent() == search.isPresent()) {
        throw new IllegalArgumentException(
            "give either change, for a campaign over sites, or search, for one over conditions");
      }
    }
  }

  /** What was asked. */
  public record Output(String answer) {}

  /** Nothing is done that the approved campaign might not have done. */
  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        NAME,
        "Changes the course of a running campaign before its next step: how sites or conditions are"
            + " ranked, what is wanted, what to visit or to avoid, fewer points, an opinion of a"
            + " spectrum.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"run\": \"run-0001\", \"change\": {\"kind\": \"visit\", \"sites\": [1275]}}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    Optional<Problem> problem =
        context
            .run()
            .other(input.run())
            .filter(run -> run.ended().isEmpty())
            .map(run -> problem(input, run))
            .orElseGet(() -> notRunning(input.run()));
    if (problem.isPresent()) {
      return ToolResult.failed(EffectHappened.NONE, problem.get());
    }
    RunEvent steered =
        new RunEvent.CourseRequested(
            "%s of %s".formatted(context.call(), context.run().id()), written(input));
    return context.run().tell(input.run(), steered)
        ? ToolResult.of(new Output(input.run() + " takes the new course before its next step"))
        : ToolResult.failed(
            EffectHappened.NONE,
            Problem.of(ProblemCode.NOT_FOUND, input.run() + " has ended meanwhile"));
  }

  private static JsonText written(Input input) {
    return input
        .change()
        .map(change -> new Steering.Written(change).json())
        .orElseGet(() -> new SearchSteering.Written(input.search().orElseThrow()).json());
  }

  private static Optional<Problem> notRunning(RunId run) {
    return Optional.of(
        Problem.of(
            ProblemCode.NOT_FOUND,
            "no campaign is running in %s; the verb runs lists all runs".formatted(run)));
  }

  private static Optional<Problem> problem(Input input, RunState run) {
    Optional<CampaignState> campaign =
        CampaignState.of(run.campaign()).filter(one -> one.finished().isEmpty());
    Optional<SearchState> search =
        SearchState.of(run.search()).filter(one -> one.finished().isEmpty());
    if (campaign.isPresent()) {
      return input
          .change()
          .map(change -> problem(change, campaign.get()))
          .orElseGet(
              () ->
                  conflict(
                      "%s is a campaign over sites; it takes rank, want, spend, visit, avoid or vote"
                              .formatted(input.run())
                          + " under change"));
    }
    if (search.isPresent()) {
      return input
          .search()
          .map(change -> SteeringCheck.problem(change, search.get()))
          .orElseGet(
              () ->
                  conflict(
                      "%s is a campaign over conditions; it takes %s under search, and has no spectra to vote on"
                          .formatted(input.run(), SteeringCheck.TAKES)));
    }
    return notRunning(input.run());
  }

  private static Optional<Problem> conflict(String words) {
    return Optional.of(Problem.of(ProblemCode.ARG_CONFLICT, words));
  }

  static Optional<Problem> problem(Steering change, CampaignState campaign) {
    SiteGrid sites = campaign.started().sites();
    return switch (change) {
      case Steering.Rank rank -> Optional.empty();
      case Steering.Want want -> Optional.empty();
      case Steering.Spend spend -> {
        int approved = campaign.approved().points();
        yield spend.points() <= approved
            ? Optional.empty()
            : range("%d points were approved; ask for more in a new plan".formatted(approved));
      }
      case Steering.Visit visit -> {
        Set<Integer> approvedOut = campaign.approved().avoided(sites);
        if (!visit.sites().stream().allMatch(site -> site < sites.size())) {
          yield range("the sites are numbered from 0 to %d".formatted(sites.size() - 1));
        }
        yield visit.sites().stream()
            .filter(approvedOut::contains)
            .findFirst()
            .flatMap(
                site ->
                    range(
                        "site %d lies in the part that the approved campaign leaves out; name another"
                            .formatted(site)));
      }
      case Steering.Avoid avoid ->
          Course.inside(avoid, sites).isEmpty()
              ? range("no site lies in this rectangle; give its edges from small to large")
              : Optional.empty();
      case Steering.Vote vote ->
          campaign.measured().stream().anyMatch(one -> one.site() == vote.site())
              ? Optional.empty()
              : range("site %d is not measured yet".formatted(vote.site()));
    };
  }

  private static Optional<Problem> range(String words) {
    return Optional.of(Problem.of(ProblemCode.ARG_RANGE, words));
  }
}
