package dev.cantilever.tools.campaign;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.reward.Reward;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.RunEvent.CourseRequested;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;

/** A change of the course of a running campaign; none of them widens what was approved. */
public sealed interface Steering {

  /** Ranks the sites otherwise from the next batch on. */
  record Rank(
      @Doc("What ranks the sites; margins are in standard deviations of the data.")
          AcquisitionFunction acquisitionFunction)
      implements Steering {}

  /** Maximises something else; what was measured is valued anew. */
  record Want(@Doc("What is wanted; larger is better.") Reward reward) implements Steering {}

  /** Measures fewer points in all, or again as many as were approved. */
  record Spend(@Doc("How many sites to measure in all.") @Bounds(min = 2, max = 100_000) int points)
      implements Steering {}

  /** Measures these sites next; they count among the points. */
  record Visit(
      @Doc("Numbers of the sites, row by row from 0.")
          @Items(min = 1, max = 100)
          @Bounds(min = 0, max = 100_000_000)
          List<Integer> sites)
      implements Steering {

    public Visit {
      sites = List.copyOf(sites);
    }
  }

  /** Proposes no site inside a rectangle from now on. */
  record Avoid(
      @Doc("Left edge.") @Bounds(min = -1, max = 1) Length xMin,
      @Doc("Right edge.") @Bounds(min = -1, max = 1) Length xMax,
      @Doc("Lower edge.") @Bounds(min = -1, max = 1) Length yMin,
      @Doc("Upper edge.") @Bounds(min = -1, max = 1) Length yMax)
      implements Steering {}

  /**
   * A person's opinion of what was measured at a site: the surrogate sees its reward raised by so
   * many standard deviations of all rewards.
   */
  record Vote(
      @Doc("Number of a measured site.") @Bounds(min = 0, max = 100_000_000) int site,
      @Doc("From -1, of no interest, to 1, more like this.") @Bounds(min = -1, max = 1)
          double liking)
      implements Steering {}

  /** How it stands in the journal. */
  record Written(Steering change) {

    private static final RecordType<Written> TYPE = RecordType.of(Written.class);
    private static final String BEGINNING = "{\"change\":";

    JsonText json() {
      return TYPE.canonical(this);
    }

    static Steering read(JsonText json) {
      return TYPE.ours(json).change();
    }

    /** What was asked of campaigns over sites in a run, in order; the rest was asked of searches. */
    static List<CourseRequested> asked(RunState run) {
      return run.courseRequests().stream()
          .filter(request -> request.change().canonical().startsWith(BEGINNING))
          .toList();
    }
  }
}
