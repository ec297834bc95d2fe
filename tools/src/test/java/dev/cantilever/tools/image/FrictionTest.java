package dev.cantilever.tools.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.FrameBlob;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures whose friction and slopes were put into them. */
class FrictionTest {

  @TempDir private Path folder;

  private static Frame frame(String unit, int columns, double... values) {
    return new Frame(
        "Lateral force",
        unit,
        values.length / columns,
        columns,
        new Length(1e-6),
        new Length(1e-6),
        Series.of(values),
        Quality.GOOD);
  }

  private Answer asked(Frame trace, Frame retrace) {
    Home home = new Home(folder, InstantSource.system());
    byte[] there = FrameBlob.write(trace);
    byte[] back = FrameBlob.write(retrace);
    try (RunLog log = home.openDesk();
        InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      log.append(Actor.RUNTIME, List.of(new ChatEvent.Said("two pictures")), List.of(there, back));
      return new Dispatcher(new CallReader(Toolbox.standard()), log, rack, home)
          .dispatch(
              Actor.RUNTIME,
              new Authority.None(),
              Optional.empty(),
              "image.friction",
              "{\"trace\": \"%s\", \"retrace\": \"%s\"}"
                  .formatted(Hash.of(there).text(), Hash.of(back).text()));
    }
  }

  private static String problem(Answer answer) {
    return ((Answer.Failed) answer).problems().getFirst().message();
  }

  /** Friction 3, 5, 4 and 4 nN, slopes 1, −1, 2 and −2 nN, an offset of 7 nN. */
  @Test
  void halfTheDifferenceIsFrictionAndHalfTheSumIsNot() {
    Answer answer =
        asked(frame("N", 2, 11e-9, 11e-9, 13e-9, 9e-9), frame("N", 2, 5e-9, 1e-9, 5e-9, 1e-9));
    JsonNode found = StrictJson.ours(((Answer.Settled) answer).result().canonical());
    assertThat(found.path("unit").asText()).isEqualTo("N");
    assertThat(found.path("mean").asDouble()).isCloseTo(4e-9, within(1e-18));
    assertThat(found.path("spread").asDouble()).isCloseTo(Math.sqrt(0.5) * 1e-9, within(1e-18));
    assertThat(found.path("slopes").asDouble()).isCloseTo(Math.sqrt(2.5) * 1e-9, within(1e-18));
  }

  @Test
  void whatIsNoLateralForceOfOneScanIsRefused() {
    assertThat(problem(asked(frame("m", 2, 1, 2, 3, 4), frame("N", 2, 1, 2, 3, 4))))
        .isEqualTo("Lateral force is in m; friction needs two lateral forces in N");
    assertThat(problem(asked(frame("N", 2, 1, 2, 3, 4), frame("N", 4, 1, 2, 3, 4))))
        .contains("2 × 2 pixels", "4 × 1;", "take both of one scan");
  }
}
