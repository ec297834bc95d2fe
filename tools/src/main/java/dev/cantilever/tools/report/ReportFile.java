package dev.cantilever.tools.report;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.instrument.SpectrumBlob;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the report of a run beside its journal. */
public final class ReportFile {

  private ReportFile() {}

  /** The page and the facts in it. */
  public record Written(Path file, RunFacts facts) {}

  /** Writes {@code report.html} of a run that has begun. */
  public static Written write(Home home, RunId run) {
    try (RunLog log = home.read(run);
        InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      RunState state = log.state();
      Optional<Truth> truth =
          CampaignState.of(state.campaign()).flatMap(campaign -> truth(campaign, rack));
      Citations calls = new Citations(state);
      RunState desk = home.find(new RunId("desk")).orElseGet(RunState::new);
      ReportPage page =
          new ReportPage(
              run,
              state,
              desk,
              truth,
              unit(log),
              new ReadingFigures(state, log::blob, calls).html(),
              calls,
              log.size(),
              log.root().text());
      Path file = place(home, run);
      Files.writeString(file, page.html());
      return new Written(file, RunFacts.of(run, state, truth));
    } catch (IOException failure) {
      throw new UncheckedIOException("the report of " + run + " cannot be written", failure);
    }
  }

  /** Where the report of a run lies, once it is written. */
  public static Path place(Home home, RunId run) {
    return home.folder(run).resolve("report.html");
  }

  /**
   * The one style of every report, for whoever shows one and allows no other; nothing else in it
   * has any.
   */
  public static String style() {
    return ReportStyle.CSS;
  }

  /** Nobody's run gives an instrument away for it. */
  private static Optional<Truth> truth(CampaignState campaign, InstrumentRack rack) {
    try {
      return Truth.behind(campaign, rack);
    } catch (ConnectionFailure inUse) {
      return Optional.empty();
    }
  }

  /** Of the reward, as the first measured spectrum tells. */
  private static String unit(RunLog log) {
    return CampaignState.of(log.state().campaign())
        .map(campaign -> campaign.unit(hash -> log.blob(hash).map(SpectrumBlob::read)))
        .orElse("");
  }
}
