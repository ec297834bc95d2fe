package dev.cantilever.tools.plan;

import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Small campaigns on the replaying microscope. */
final class Campaigns {

  static final Actor TESTER = new Actor(Actor.Kind.PERSON, "tester", Actor.Channel.INTERNAL);

  final Home home;
  final CallReader reader = new CallReader(Toolbox.standard());

  Campaigns(Path folder) {
    this.home = new Home(folder, InstantSource.system());
  }

  static Plan plan(String more) {
    String arguments =
        "{\"instrument\": \"pfm-pto\", \"points\": 7, \"seed_points\": 3, \"batch\": 2,"
            + " \"restarts\": 1, \"bias_amplitude\": \"8.5 V\"%s}";
    return plan("a test", call("campaign.start", arguments.formatted(more)));
  }

  static Plan plan(String goal, Step... steps) {
    return new Plan(goal, List.of(steps));
  }

  static Step.Call call(String tool, String arguments) {
    return new Step.Call(tool, new JsonText(CanonicalJson.text(StrictJson.ours(arguments))));
  }

  Verdict check(Plan plan) {
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      return new PlanCheck(reader).check(plan, rack);
    }
  }

  PlanRunner runner(Consumer<RunState> listener) {
    return new PlanRunner(home, reader, "test", listener);
  }

  RunOutcome start(Consumer<RunState> listener) {
    return start(plan(""), listener);
  }

  RunOutcome start(Plan plan, Consumer<RunState> listener) {
    Verdict.Ready ready = (Verdict.Ready) check(plan);
    return runner(listener).start(ready.plan(), TESTER, TESTER, run -> {});
  }

  RunState state(RunId run) {
    return home.find(run).orElseThrow();
  }

  /** Every decision and every reward, in order; the numbers of calls differ after a crash. */
  List<String> numbers(RunId run) {
    return events(run).stream()
        .map(
            event ->
                switch (event) {
                  case CampaignEvent.Measured one ->
                      one.site() + " " + one.blob() + " " + one.reward();
                  case CampaignEvent.Masked one -> one.site() + " masked";
                  case CampaignEvent.BatchProposed batch -> batch.toString();
                  case CampaignEvent.Started started -> started.toString();
                  case CampaignEvent.Steered steered -> steered.change().toString();
                  case CampaignEvent.Revalued one -> one.toString();
                  case CampaignEvent.Finished finished -> finished.toString();
                })
        .toList();
  }

  List<CampaignEvent> events(RunId run) {
    return state(run).campaign();
  }

  RunOutcome resumed(RunId run, Consumer<RunState> listener) {
    return runner(listener).resume(run, TESTER);
  }

  List<String> ledger() {
    return ledger("pfm-pto");
  }

  List<String> ledger(String instrument) {
    try {
      return Files.readAllLines(home.instruments().resolve(instrument).resolve("ledger.tsv"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Gives the instrument an envelope with another budget. */
  void allow(String budget) {
    Path file = home.instruments().resolve("pfm-pto/envelope.yaml");
    InstrumentRack.open(home.instruments()).close(); // lays the shipped files down
    try {
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("budget: \\{.*}", "budget: {" + budget + "}"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
