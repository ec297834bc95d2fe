package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.rehearsal.CopySight;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** One instrument: what it is, what it may do, how it stands, and what a simulated one sees. */
final class InstrumentRoutes {

  private static final View<InstrumentView> INSTRUMENT = View.of(InstrumentView.class);
  private static final View<SightView> SIGHT = View.of(SightView.class);

  private static final int MOST = 4;

  private final EnvelopeShelf shelf;
  private final SightShelf sights;
  private final InstrumentLook look;

  InstrumentRoutes(Installation installation, RunningPlans running) {
    this.shelf = new EnvelopeShelf(installation.home().instruments());
    this.sights = new SightShelf(installation.home());
    this.look = new InstrumentLook(installation, running, sights);
  }

  List<Route> routes() {
    return List.of(
        route(
            "/api/instruments/{instrument}",
            "An instrument: limits, interlocks, budgets, whether stopped and why, who has it, and"
                + " what it says of itself where that can be told without disturbing it.",
            Route.Lane.LOOKING,
            INSTRUMENT.gives(),
            (rack, id) -> INSTRUMENT.show(look.of(rack, id))),
        route(
            "/api/instruments/{instrument}/sight",
            "What a simulated instrument has under it, asked of a copy, and the dose that its"
                + " sample has got.",
            Route.Lane.CALLING,
            SIGHT.gives(),
            (rack, id) -> SIGHT.show(sight(rack, id))));
  }

  private Route route(
      String path,
      String summary,
      Route.Lane lane,
      Route.Gives gives,
      BiFunction<InstrumentRack, InstrumentId, Reply> answer) {
    return new Route(
        Route.Method.GET,
        path,
        Access.viewer(Scope.INSTRUMENTS),
        lane,
        new Route.Facts(summary, List.of(), Optional.empty(), gives),
        asked -> found(asked, answer));
  }

  private Reply found(Asked asked, BiFunction<InstrumentRack, InstrumentId, Reply> answer) {
    InstrumentRack rack = shelf.rack();
    InstrumentId id = new InstrumentId(asked.part(PathPart.INSTRUMENT));
    return rack.instruments().contains(id)
        ? answer.apply(rack, id)
        : Reply.not(Trouble.notFound("GET /api/state tells all instruments"));
  }

  private SightView sight(InstrumentRack rack, InstrumentId id) {
    Optional<SightView.Picture> dose = rack.doses(id).flatMap(map -> DosePicture.of(rack, id, map));
    return switch (sights.look(id)) {
      case CopySight.Unseen unseen ->
          new SightView(id, rack.isSimulated(id), unseen.reason(), List.of(), dose);
      case CopySight.Seen seen ->
          new SightView(
              id,
              true,
              seen.pictures().stream().noneMatch(SightView::isPicture)
                  ? "it cannot show its sample without being asked to measure it"
                  : "what is there, without noise, as the simulation knows it; no scan was made for"
                      + " it",
              seen.pictures().stream()
                  .filter(SightView::isPicture)
                  .limit(MOST)
                  .map(SightView::picture)
                  .toList(),
              dose);
    };
  }
}
