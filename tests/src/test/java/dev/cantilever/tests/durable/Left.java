package dev.cantilever.tests.durable;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.CampaignEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run of {@link WholePlan} left, without the names of its calls: they are others after a
 * crash.
 *
 * @param results of the steps, every decision and every reward, in order
 * @param deeds what both instruments did, by their own ledgers
 */
record Left(List<String> results, List<String> deeds) {

  /** Of the one run of a home. */
  static Left in(Installation installation, Path home) {
    if (!installation.home().runs().equals(List.of(Company.RUN))) {
      throw new AssertionError(installation.home().runs());
    }
    RunState run = state(installation);
    List<String> results = new ArrayList<>();
    run.ended().ifPresent(ended -> results.add(ended.toString()));
    run.steps().forEach(event -> results.add(event.toString()));
    for (CallState call : run.calls()) {
      if (call.step().isPresent() && call.result().isPresent()) {
        results.add(call.step().get() + " " + call.tool() + " " + call.result().get());
      }
    }
    run.campaign().forEach(event -> results.add(nameless(event)));
    return new Left(List.copyOf(results), deeds(home));
  }

  private static RunState state(Installation installation) {
    try (RunLog log = installation.home().read(Company.RUN)) {
      return log.state();
    }
  }

  private static String nameless(CampaignEvent event) {
    return switch (event) {
      case CampaignEvent.Started started -> started.specification().canonical();
      case CampaignEvent.BatchProposed batch -> batch.toString();
      case CampaignEvent.Measured one -> one.site() + " " + one.blob() + " " + one.reward();
      case CampaignEvent.Masked one -> one.site() + " " + one.reason();
      case CampaignEvent.Steered steered -> steered.change().canonical();
      case CampaignEvent.Revalued one -> one.toString();
      case CampaignEvent.Finished finished -> finished.toString();
    };
  }

  /** Without their keys. */
  static List<String> deeds(Path home) {
    List<String> deeds = new ArrayList<>();
    for (String instrument : List.of("library", "pfm-pto")) {
      Path ledger = home.resolve("instruments").resolve(instrument).resolve("ledger.tsv");
      lines(ledger).forEach(line -> deeds.add(line.substring(line.indexOf('\t') + 1)));
    }
    return List.copyOf(deeds);
  }

  private static List<String> lines(Path ledger) {
    try {
      return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Of everything that a run acknowledged, what its journal does not hold. */
  static Set<String> lost(Installation installation, Set<String> acknowledged) {
    Set<String> lost = new TreeSet<>(acknowledged);
    for (CallState call : state(installation).calls()) {
      call.result()
          .ifPresent(result -> lost.remove(PlanProcess.acknowledged(call, result)));
    }
    return lost;
  }

  /** Whether what lies of a run, if anything, is whole. */
  static boolean isReadable(Installation installation) {
    Path journal = installation.home().journal(Company.RUN);
    return !Files.exists(journal)
        || JournalVerifier.verify(journal, Company.RUN.value()) instanceof Verification.Intact;
  }
}
