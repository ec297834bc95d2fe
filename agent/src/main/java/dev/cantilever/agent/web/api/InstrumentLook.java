package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.web.api.InstrumentView.Amount;
import dev.cantilever.agent.web.api.InstrumentView.LeaseLine;
import dev.cantilever.agent.web.api.InstrumentView.Stop;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.interlock.Cause;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.Glimpse;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.instrument.Profile;
import dev.cantilever.tools.plan.BudgetUse;
import dev.cantilever.tools.plan.Spent;
import dev.cantilever.tools.rehearsal.CopySight;
import dev.cantilever.tools.run.DeskState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what is known of an instrument, without connecting one. */
final class InstrumentLook {

  private static final String CLEARS =
      "a safety officer looks at it and resets it with a reason, once what stopped it is over";

  private final Installation installation;
  private final RunningPlans running;
  private final SightShelf sights;
  private final UnendedRuns unended;

  InstrumentLook(Installation installation, RunningPlans running, SightShelf sights) {
    this.installation = installation;
    this.running = running;
    this.sights = sights;
    this.unended = new UnendedRuns(installation.home());
  }

  /**
   * What could be learnt without disturbing it.
   *
   * @param live whether the instrument itself said so
   */
  private record Known(
      Optional<InstrumentDescription> description,
      Optional<InstrumentState> state,
      boolean live,
      List<Cause> causes,
      Cost used) {}

  InstrumentView of(InstrumentRack rack, InstrumentId id) {
    Map<RunId, RunState> runs = unended.on(id);
    Optional<RunId> run = running.on(id);
    Known known = known(rack, id, runs);
    EnvelopeStatus status = rack.envelope(id);
    Optional<EnvelopeLines> lines = EnvelopeLines.of(status, known.state());
    Setpoints setpoints =
        runs.values().stream()
            .reduce((before, last) -> last)
            .map(state -> Setpoints.of(state, id, installation.calls().catalogue()))
            .orElseGet(Setpoints::none);
    return new InstrumentView(
        id,
        rack.profile(id).driver(),
        rack.isSimulated(id),
        known
            .description()
            .map(InstrumentDescription::title)
            .or(() -> option(rack.profile(id), "title")),
        known
            .description()
            .map(InstrumentDescription::sample)
            .or(() -> option(rack.profile(id), "sample")),
        known.description().map(one -> OfferLines.of(one.offer(), status)),
        installation.home().autonomy(),
        leases(id),
        run,
        runs.keySet().stream().filter(one -> !run.equals(Optional.of(one))).toList(),
        rack.stopped(id)
            .map(why -> new Stop(why, rack.stoppedSince(id).map(Object::toString), CLEARS)),
        status instanceof EnvelopeStatus.Loaded loaded
            ? lines.map(one -> one.limits(loaded.hash()))
            : Optional.empty(),
        status instanceof EnvelopeStatus.Missing missing
            ? Optional.of(missing.reason())
            : Optional.empty(),
        lines.map(one -> one.channels(setpoints)).orElseGet(List::of),
        lines
            .map(one -> one.interlocks(known.causes()))
            .orElseGet(() -> known.causes().stream().map(EnvelopeLines::held).toList()),
        lines
            .map(one -> BudgetUse.of(id, known.used(), Optional.of(one.envelope().budget())))
            .orElseGet(List::of),
        known.state().map(state -> reading(state, known.live())),
        known.state().isPresent() ? Optional.empty() : Optional.of(notRead(rack, id, runs)));
  }

  /** What its profile says of it, where it was not asked. */
  private static Optional<String> option(Profile profile, String name) {
    return profile.options().stream()
        .filter(option -> option.name().equals(name))
        .map(Profile.Option::value)
        .findFirst();
  }

  private Known known(InstrumentRack rack, InstrumentId id, Map<RunId, RunState> runs) {
    Optional<CopySight.Seen> before = sights.last(id);
    Optional<Glimpse> glimpse = rack.glimpse(id);
    if (glimpse.isPresent()) {
      Glimpse now = glimpse.get();
      return new Known(
          Optional.of(now.description()),
          Optional.of(now.state()),
          true,
          now.causes(),
          now.spent());
    }
    Cost used =
        runs.values().stream()
            .reduce((first, last) -> last)
            .map(state -> Spent.of(state).getOrDefault(id, Cost.NONE))
            .orElse(Cost.NONE);
    return new Known(
        before.map(CopySight.Seen::description),
        sights.known(id).map(CopySight.Seen::state),
        false,
        List.of(),
        used);
  }

  private static String notRead(InstrumentRack rack, InstrumentId id, Map<RunId, RunState> runs) {
    if (!runs.isEmpty()) {
      return "%s has not ended and is not in this process: another process may have the instrument"
          .formatted(String.join(", ", runs.keySet().stream().map(RunId::value).toList()));
    }
    return rack.isSimulated(id)
        ? "nobody has it; where somebody opens it here, a copy is asked"
        : "nobody here is connected to it; the tool instrument.state reads it";
  }

  private List<LeaseLine> leases(InstrumentId id) {
    Home home = installation.home();
    return home
        .find(Home.DESK)
        .map(RunState::desk)
        .map(DeskState::leases)
        .orElseGet(List::of)
        .stream()
        .filter(lease -> lease.holds(home.now()) && lease.bounds().instruments().contains(id))
        .map(
            lease ->
                new LeaseLine(
                    lease.lease(), lease.by(), lease.bounds().most(), lease.ends().toString()))
        .toList();
  }

  private static InstrumentView.Reading reading(InstrumentState state, boolean live) {
    return new InstrumentView.Reading(
        live,
        state.device().name(),
        state.probe().name(),
        state.beam().name(),
        new Amount(state.position().x().metres(), "m"),
        new Amount(state.position().y().metres(), "m"),
        new Amount(state.elapsed().seconds(), "s"),
        state.loops(),
        state.quality());
  }
}
