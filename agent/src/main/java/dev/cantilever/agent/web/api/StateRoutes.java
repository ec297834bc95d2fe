package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Form;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;

/** Where the installation stands, and how an instrument is opened again. */
final class StateRoutes {

  private static final View<State> STATE = View.of(State.class);
  private static final View<Opened> OPENED = View.of(Opened.class);
  private static final Form<Reset> RESET = Form.of(Reset.class);

  private final Installation installation;
  private final RunningPlans running;
  private final EnvelopeShelf shelf;

  StateRoutes(Installation installation, RunningPlans running) {
    this.installation = installation;
    this.running = running;
    this.shelf = new EnvelopeShelf(installation.home().instruments());
  }

  /**
   * One instrument.
   *
   * @param envelope its name; absent where nothing can run
   * @param hash of the envelope's file
   * @param stopped why nothing moves until a person resets it
   * @param run that this server is running on it
   */
  public record Instrument(
      InstrumentId instrument,
      Optional<String> envelope,
      Optional<String> hash,
      Optional<String> stopped,
      Optional<RunId> run) {}

  /** Everything at a glance. */
  public record State(String software, List<Instrument> instruments) {

    public State {
      instruments = List.copyOf(instruments);
    }
  }

  /** That an instrument may be used again. */
  public record Opened(InstrumentId instrument, String person) {}

  /** Why it may move again. */
  public record Reset(
      @Doc("What was looked at and why it may move again.") @Text(maxLength = 500) String reason) {}

  List<Route> routes() {
    return List.of(
        new Route(
            Route.Method.GET,
            "/api/state",
            Access.viewer(Scope.INSTRUMENTS),
            Route.Lane.LOOKING,
            new Route.Facts(
                "All instruments: envelope, whether stopped and why, which run has them.",
                List.of(),
                Optional.empty(),
                STATE.gives()),
            this::state),
        new Route(
            Route.Method.POST,
            "/api/instruments/{instrument}/reset",
            Access.safetyOfficer(Scope.INSTRUMENTS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Opens an instrument that was stopped, after a person has looked at it; moves"
                    + " nothing.",
                List.of(),
                Optional.of(RESET.schema()),
                OPENED.gives()),
            this::reset));
  }

  private Reply state(Asked asked) {
    InstrumentRack rack = shelf.rack();
    List<Instrument> all = rack.instruments().stream().map(id -> instrument(rack, id)).toList();
    return STATE.show(new State(Installation.SOFTWARE, all));
  }

  private Instrument instrument(InstrumentRack rack, InstrumentId id) {
    return switch (rack.envelope(id)) {
      case EnvelopeStatus.Missing missing ->
          new Instrument(id, Optional.empty(), Optional.empty(), rack.stopped(id), running.on(id));
      case EnvelopeStatus.Loaded loaded ->
          new Instrument(
              id,
              Optional.of(loaded.envelope().name()),
              Optional.of(loaded.hash()),
              rack.stopped(id),
              running.on(id));
    };
  }

  private Reply reset(Asked asked) {
    return RESET.read(
        asked,
        reset -> {
          InstrumentId id = new InstrumentId(asked.part(PathPart.INSTRUMENT));
          try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
            if (!rack.instruments().contains(id)) {
              return Reply.not(Trouble.notFound("GET /api/state tells all instruments"));
            }
            rack.reset(id, asked.caller().name(), reset.reason());
            return OPENED.show(new Opened(id, asked.caller().name()));
          } catch (ConnectionFailure | IllegalStateException | IllegalArgumentException not) {
            return Reply.not(
                Trouble.of(
                    409,
                    "Not now",
                    "%s cannot be opened: it is in use, or what stopped it still stands"
                        .formatted(id)));
          }
        });
  }
}
