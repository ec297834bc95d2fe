package dev.cantilever.tests.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.cli.Main;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for people with data of their own, done word for word. */
class BringYourOwnDataTest {

  private static final Path PAGE = Path.of("..", "docs", "bring-your-own-data.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path home;

  @Test
  void thePageTurnsAGridOfTunnellingSpectraIntoAnInstrument() throws IOException {
    List<String> yaml = blocks("yaml");
    assertThat(yaml.getFirst().lines().takeWhile(line -> !line.startsWith("look"))).hasSize(9);
    Path data = Files.createDirectories(home.resolve("data"));
    try (InputStream grid = BringYourOwnDataTest.class.getResourceAsStream("grid.3ds")) {
      Files.write(data.resolve("grid.3ds"), grid.readAllBytes());
    }
    List<String> shell = blocks("sh");
    everyCommandWorks(shell.get(0));
    Path folder = Files.createDirectories(home.resolve("instruments/my-sts"));
    Files.copy(data.resolve("exports/grid.h5"), folder.resolve("grid.h5"));
    Files.writeString(folder.resolve("profile.yaml"), yaml.get(0));
    Files.writeString(folder.resolve("envelope.yaml"), yaml.get(1));
    everyCommandWorks(shell.get(1));
    assertThat(Files.readString(home.resolve("runs/run-0001/report.html"))).contains("<svg", "Z");
    theNumbersAreThoseOfTheFile();
  }

  @Test
  void thePageTurnsATableIntoAnInstrument() throws IOException {
    Path folder = Files.createDirectories(home.resolve("instruments/my-plate"));
    Files.writeString(folder.resolve("profile.yaml"), blocks("yaml").get(2));
    Files.writeString(
        folder.resolve("plate.csv"), "Ni,Fe,Co,overpotential\n0.2,0,0.8,0.39\n0,0.3,0.7,0.38\n");
    try (InstrumentRack rack = InstrumentRack.open(home.resolve("instruments"))) {
      Offer.Conditions offer =
          rack.gate(new InstrumentId("my-plate")).describe().conditions().orElseThrow();
      assertThat(offer.outcomes()).containsExactly(new Offer.Outcome("overpotential", "V"));
      assertThat(offer.entries()).hasSize(2);
    }
  }

  @Test
  void thePageStatesTheCompositionOfALibrary() throws IOException {
    everyCommandWorks("./cantilever call instrument.describe '{\"instrument\": \"library\"}'");
    Files.writeString(
        home.resolve("instruments/library/composition.csv"), blocks("csv").getFirst());
    everyCommandWorks(
        "./cantilever call library.list_sites '{\"instrument\": \"library\", \"pattern\":"
            + " {\"kind\": \"counted\", \"columns\": 3, \"rows\": 1}}'");
  }

  /** Read from the uncut original with numpy: row 4, column 2; row 3, column 5. */
  private void theNumbersAreThoseOfTheFile() {
    try (InstrumentRack rack = InstrumentRack.open(home.resolve("instruments"))) {
      Gate gate = rack.gate(new InstrumentId("my-sts"));
      SiteGrid sites = gate.describe().loops().orElseThrow().sites();
      assertThat(loop(gate, sites, 4 * 6 + 2, 100)).isEqualTo(0.24240624904632568);
      assertThat(loop(gate, sites, 3 * 6 + 5, 199)).isEqualTo(3.1390151977539062);
      Reading.Scan scan = (Reading.Scan) act(gate, new SpmCommand.Scan(0, 4095));
      assertThat(scan.frames().getFirst().at(4, 2)).isEqualTo(-1.63836290312247e-07);
      assertThat(scan.frames().getFirst().unit()).isEqualTo("m");
    }
  }

  private static double loop(Gate gate, SiteGrid sites, int site, int step) {
    act(gate, new SpmCommand.MoveProbe(sites.point(site), new Speed(1e-8)));
    Reading read = act(gate, new SpmCommand.HysteresisLoop(new Voltage(0.22), 200));
    return ((Reading.Loop) read).spectrum().response().values().get(step);
  }

  private static Reading act(Gate gate, Command command) {
    CommandKey key =
        new CommandKey(new RunId("run-9999"), new CallId("call-" + (1 + gate.spent().loops() * 2)));
    Verdict verdict = gate.execute(key, command);
    assertThat(verdict).isInstanceOf(Verdict.Acted.class);
    return ((Outcome.Completed) ((Verdict.Acted) verdict).outcome()).reading();
  }

  private void everyCommandWorks(String block) {
    for (String line : block.lines().toList()) {
      List<String> words = new ArrayList<>();
      Matcher matcher = WORD.matcher(line);
      while (matcher.find()) {
        words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
      }
      assertThat(words.removeFirst()).isEqualTo("./cantilever");
      words.addAll(List.of("--home", home.toString()));
      assertThat(Main.run(words.toArray(String[]::new))).as(line).isZero();
    }
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }
}
