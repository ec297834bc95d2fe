package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.RunEvent.CourseRequested;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;

/** A change of the course of a running search; none of them widens what was approved. */
public sealed interface SearchSteering {

  /** Ranks the conditions otherwise from the next batch on. */
  record Rank(
      @Doc("What ranks the conditions; margins are in standard deviations of the outcomes.")
          AcquisitionFunction acquisitionFunction)
      implements SearchSteering {}

  /** Goes for something else; what was observed counts for it too. */
  record Want(
      @Doc("What is wanted of the outcomes from now on.") @Items(min = 1, max = 3) List<Goal> goals)
      implements SearchSteering {

    public Want {
      goals = List.copyOf(goals);
    }
  }

  /** Spends less in all, or again as much as was approved. */
  record Spend(
      @Doc("How many conditions to try in all.") @Bounds(min = 2, max = 2_000) int points,
      @Doc("Ends sooner where no further trial fits this much instrument time.")
          @Bounds(min = 0, max = 1e9)
          Optional<TimeSpan> timeLimit)
      implements SearchSteering {}

  /** Tries these conditions next; they count among the points. */
  record Visit(
      @Doc("Conditions that the instrument offers.") @Items(min = 1, max = 50)
          List<Wished> conditions)
      implements SearchSteering {

    public Visit {
      conditions = List.copyOf(conditions);
    }
  }

  /** Proposes no condition inside a box from now on. */
  record Avoid(
      @Doc("The edges of the box; a parameter without any is avoided at every value.")
          @Items(min = 1, max = 40)
          List<Edges> box)
      implements SearchSteering {

    public Avoid {
      box = List.copyOf(box);
    }
  }

  /** One condition. */
  record Wished(
      @Doc("One setting for each parameter that instrument.describe lists.")
          @Items(min = 1, max = 40)
          List<Setting> settings) {

    public Wished {
      settings = List.copyOf(settings);
    }
  }

  /** What lies between belongs to the box, and so do the edges. */
  record Edges(
      @Doc("Name of the parameter, as the instrument declares it.") @Text(maxLength = 60)
          String parameter,
      @Doc("Lower edge, in the parameter's unit.") @Bounds(min = -1e12, max = 1e12) double min,
      @Doc("Upper edge, in the parameter's unit.") @Bounds(min = -1e12, max = 1e12) double max) {}

  /** How it stands in the journal. */
  record Written(SearchSteering search) {

    private static final RecordType<Written> TYPE = RecordType.of(Written.class);
    private static final String BEGINNING = "{\"search\":";

    public JsonText json() {
      return TYPE.canonical(this);
    }

    static SearchSteering read(JsonText json) {
      return TYPE.ours(json).search();
    }

    /** What was asked of searches in a run, in order; the rest was asked of campaigns over sites. */
    static List<CourseRequested> asked(RunState run) {
      return run.courseRequests().stream()
          .filter(request -> request.change().canonical().startsWith(BEGINNING))
          .toList();
    }
  }
}
