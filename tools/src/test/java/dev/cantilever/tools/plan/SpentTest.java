package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpentTest {

  @TempDir private Path folder;

  @Test
  void journalTellsWhatTheRunHasUsedUp() {
    Campaigns campaigns = new Campaigns(folder);
    campaigns.start(state -> {});
    Map<InstrumentId, Cost> spent = Spent.of(campaigns.state(new RunId("run-0001")));
    Cost cost = spent.get(new InstrumentId("pfm-pto"));
    assertThat(cost.loops()).isEqualTo(7);
    assertThat(cost.time().seconds()).isCloseTo(7 * 2.35, within(1e-9));
    assertThat(cost.travel().metres()).isBetween(1e-7, 2e-5);
  }

  @Test
  void everyVerbCountsAndNotOnlyThoseOfCampaigns() {
    Campaigns campaigns = new Campaigns(folder);
    String spectrum = "{\"instrument\": \"library\", \"exposure\": \"1 s\", \"power\": \"1 mW\"}";
    campaigns.start(
        Campaigns.plan(
            "two spectra",
            Campaigns.call("stage.home", "{\"instrument\": \"library\"}"),
            Campaigns.call("raman.acquire", spectrum),
            Campaigns.call("raman.acquire", spectrum)),
        state -> {});
    Cost cost = Spent.of(campaigns.state(new RunId("run-0001"))).get(new InstrumentId("library"));
    assertThat(cost.exposure().seconds()).isCloseTo(2, within(1e-9));
    assertThat(cost.time().seconds()).isGreaterThan(2);
  }
}
