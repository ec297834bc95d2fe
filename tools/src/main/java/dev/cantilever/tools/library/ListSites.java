package dev.cantilever.tools.library;

import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/** {@code library.list_sites}: places of a library with what it is made of there. */
public final class ListSites implements Tool<ListSites.Input, ListSites.Output> {

  /** Which library, and how the sites are to lie. */
  public record Input(
      @Doc("Name of the instrument, for example library.") InstrumentId instrument,
      @Doc("How the sites lie.") SitePattern pattern) {}

  /**
   * The sites that lie where the composition is known and the envelope lets the stage stand.
   *
   * @param leftOut how many do not
   * @param table SHA-256 of the operator's table
   */
  public record Output(List<Site> sites, int leftOut, String table) {

    public Output {
      sites = List.copyOf(sites);
    }
  }

  /** One of them. */
  public record Site(SurfacePoint place, List<Fraction> composition) {

    public Site {
      composition = List.copyOf(composition);
    }
  }

  @Override
  public ToolCard<Input, Output> card() {
    return new ToolCard<>(
        "library.list_sites",
        "Sites over a combinatorial library, on a grid or a line, each with the composition that"
            + " the operator's table predicts there. Moves nothing.",
        Effect.READ,
        Input.class,
        Output.class,
        "{\"instrument\": \"library\", \"pattern\": {\"kind\": \"spaced\", \"spacing\": \"1"
            + " mm\"}}");
  }

  @Override
  public ToolResult<Output> run(Input input, CallContext context) {
    return switch (Library.of(input.instrument(), context.bench())) {
      case Library.Found.Nothing nothing ->
          ToolResult.failed(EffectHappened.NONE, nothing.problem());
      case Library.Found.Ready ready -> listed(input.pattern(), ready.library());
    };
  }

  private static ToolResult<Output> listed(SitePattern pattern, Library library) {
    List<SurfacePoint> all = pattern.over(library.ground().outline());
    if (all.size() > SitePattern.MOST) {
      return ToolResult.failed(
          EffectHappened.NONE,
          Problem.of(
              ProblemCode.ARG_RANGE,
              "these are more than %d sites; leave more room between them"
                  .formatted(SitePattern.MOST)));
    }
    List<Site> sites =
        all.stream()
            .filter(library.ground()::holds)
            .map(place -> new Site(place, library.map().at(place)))
            .toList();
    return ToolResult.of(new Output(sites, all.size() - sites.size(), library.table()));
  }

  @Override
  public List<Problem> check(Input input, Bench bench) {
    return switch (Library.of(input.instrument(), bench)) {
      case Library.Found.Nothing nothing -> List.of(nothing.problem());
      case Library.Found.Ready ready -> List.of();
    };
  }
}
