package dev.cantilever.tools.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.search.BatchProposer;
import dev.cantilever.numerics.search.Choice;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Masked;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides the next step of a campaign: a pure function of its state. */
public final class Decider {

  private final SiteGrid sites;
  private final Points pool;

  /** A decider for campaigns over these sites. */
  public Decider(SiteGrid sites) {
    this.sites = sites;
    this.pool = pool(sites);
  }

  /** All sites as inputs: column and row, each scaled to [0, 1]. */
  public static Points pool(SiteGrid sites) {
    double[][] rows = new double[sites.size()][2];
    for (int site = 0; site < rows.length; site++) {
      rows[site][0] = sites.column(site) / (sites.columns() - 1.0);
      rows[site][1] = sites.row(site) / (sites.rows() - 1.0);
    }
    return Points.of(rows);
  }

  /** What to do next. */
  public Decision decide(CampaignState state) {
    if (!state.stale().isEmpty()) {
      return new Decision.Revalue(state.stale().getFirst());
    }
    Course course = state.steered();
    CampaignSpecification specification = course.specification();
    int open = Math.min(specification.points(), sites.size()) - state.done();
    if (open <= 0) {
      return new Decision.Finish("all %d points are measured".formatted(state.done()));
    }
    if (!state.queue().isEmpty()) {
      return new Decision.Measure(state.queue().getFirst());
    }
    int closed = closed(state, course).size() + state.measured().size();
    if (closed >= sites.size()) {
      return new Decision.Finish("every site is measured, masked or avoided");
    }
    int iteration = state.batches().size();
    int size = iteration == 0 ? specification.seedPoints() : specification.batch();
    if (iteration > 0 && state.measured().isEmpty()) {
      return new Decision.Finish("none of the first sites gave usable data");
    }
    return new Decision.Propose(iteration, Math.min(Math.min(size, open), sites.size() - closed));
  }

  /**
   * The batch that {@code decision} asks for, with every number behind it.
   *
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where no surrogate fits the data
   */
  public BatchProposed propose(CampaignState state, Decision.Propose decision) {
    Course course = state.steered();
    CampaignSpecification specification = course.specification();
    if (decision.iteration() == 0) {
      Explanation why =
          new Explanation(
              "initial design: drawn without repetition from the stream \"initial-design\"",
              Optional.empty(),
              List.of());
      return new BatchProposed(
          0,
          proposer(specification).initialDesign(decision.size(), closed(state, course)),
          why.json());
    }
    return batch(state, decision, proposal(state, decision));
  }

  /** A proposal as it stands in the journal. */
  BatchProposed batch(CampaignState state, Decision.Propose decision, Proposal proposal) {
    Explanation why = Explanation.of(method(state.specification()), proposal);
    List<Integer> chosen = proposal.choices().stream().map(Choice::candidate).toList();
    return new BatchProposed(decision.iteration(), chosen, why.json());
  }

  /** The full proposal with the posterior over the pool, for pictures. */
  public Proposal proposal(CampaignState state, Decision.Propose decision) {
    Course course = state.steered();
    return proposer(course.specification())
        .propose(known(state, course, decision.iteration()), decision.size());
  }

  /** What ranked the sites before the first was chosen; not a number where one was closed. */
  double[] ranking(CampaignState state, Decision.Propose decision, Proposal proposal) {
    Course course = state.steered();
    return proposer(course.specification())
        .values(known(state, course, decision.iteration()), proposal);
  }

  private BatchProposer proposer(CampaignSpecification specification) {
    return new BatchProposer(pool, specification.strategy(), specification.seed());
  }

  /** Sites that are not to be proposed, besides those that were measured. */
  private static Set<Integer> closed(CampaignState state, Course course) {
    Set<Integer> closed = state.masked().stream().map(Masked::site).collect(Collectors.toSet());
    closed.addAll(course.avoided());
    state.measured().forEach(one -> closed.remove(one.site()));
    return closed;
  }

  private BatchProposer.Known known(CampaignState state, Course course, int iteration) {
    double[] rewards = Votes.counted(state.measured(), course.votes());
    return new BatchProposer.Known(
        iteration,
        state.measured().stream().map(Measured::site).toList(),
        Series.of(rewards),
        closed(state, course),
        before(state));
  }

  private static Optional<Hyperparameters> before(CampaignState state) {
    return Explanation.read(state.batches().getLast().why())
        .fit()
        .map(Explanation.FitNumbers::hyperparameters);
  }

  /** In the words of the specification itself. */
  private static String method(CampaignSpecification specification) {
    JsonNode words = specification.json();
    return "%s against %s, batch %s"
        .formatted(
            words.get("acquisition_function"),
            words.get("incumbent").asText(),
            words.get("batch_rule"));
  }
}
