package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Form;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Stop, for everything, for an instrument, for a run. */
final class StopRoutes {

  private static final View<EmergencyStop.Stopped> STOPPED = View.of(EmergencyStop.Stopped.class);
  private static final Form<Stop> STOP = Form.of(Stop.class);

  private final EmergencyStop stop;

  StopRoutes(EmergencyStop stop) {
    this.stop = stop;
  }

  /** Why, for whoever resets it. */
  public record Stop(
      @Doc("Why, for whoever resets it.") @Text(maxLength = 200) @Default("\"stopped over HTTP\"")
          String reason) {}

  List<Route> routes() {
    return List.of(
        route(
            "/api/stop",
            "Brings every instrument to rest, keeps it there until a person resets it, and ends"
                + " every run before its next step.",
            (asked, reason) -> STOPPED.show(stop.all(reason))),
        route(
            "/api/instruments/{instrument}/stop",
            "Brings one instrument to rest and keeps it there until a person resets it.",
            (asked, reason) ->
                stop.instrument(new InstrumentId(asked.part(PathPart.INSTRUMENT)), reason)
                    .map(STOPPED::show)
                    .orElseGet(
                        () -> Reply.not(Trouble.notFound("GET /api/state tells all instruments")))),
        route(
            "/api/runs/{run}/stop",
            "Ends a run before its next step; the instrument stays open.",
            (asked, reason) ->
                stop.run(asked.run(), reason)
                    .map(STOPPED::show)
                    .orElseGet(
                        () ->
                            Reply.not(
                                Trouble.of(409, "Not now", asked.run() + " is not running")))));
  }

  private static Route route(String path, String summary, BiFunction<Asked, String, Reply> answer) {
    return new Route(
        Route.Method.POST,
        path,
        new Access.AnybodyHere(),
        Route.Lane.STOPPING,
        new Route.Facts(summary, List.of(), Optional.of(STOP.schema()), STOPPED.gives()),
        asked -> STOP.read(asked, stop -> answer.apply(asked, words(asked, stop))));
  }

  private static String words(Asked asked, Stop stop) {
    return "%s (%s)".formatted(stop.reason(), asked.caller().name());
  }
}
