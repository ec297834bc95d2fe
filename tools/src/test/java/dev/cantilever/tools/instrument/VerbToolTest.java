package dev.cantilever.tools.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerbToolTest {

  private static final RecordType<VerbTool.Output> OUTPUT = RecordType.of(VerbTool.Output.class);

  /** As journals of before the instruments said what they worked out have it. */
  @Test
  void aResultWithoutFoundNumbersIsWrittenAndReadAsBefore() {
    VerbTool.Output output =
        new VerbTool.Output(new TimeSpan(1), List.of(), Cost.NONE, Optional.empty());
    JsonText text = OUTPUT.canonical(output);
    assertThat(text.canonical()).doesNotContain("found");
    assertThat(VerbTool.readOutput(text)).isEqualTo(output);
  }

  @Test
  void whatAnInstrumentWorkedOutComesBackFromTheJournal() {
    VerbTool.Output output =
        new VerbTool.Output(
            new TimeSpan(1),
            List.of(),
            Cost.NONE,
            Optional.of(
                new VerbTool.Found(
                    List.of(new Reading.Estimate("defocus", "m", -3.1e-9, 1.2e-10)))));
    JsonText text = OUTPUT.canonical(output);
    assertThat(VerbTool.readOutput(text)).isEqualTo(output);
  }

  @Test
  void thereIsAToolForEveryVerbButThree() {
    assertThat(VerbTool.all()).hasSize(Verb.values().length - 3);
    for (String word :
        List.of(
            "stem.auto_focus",
            "stem.camera_image",
            "stem.set_image_shift",
            "stem.set_beam_tilt",
            "stem.set_diffraction_shift",
            "stem.insert_detector")) {
      assertThat(VerbTool.isVerb(word)).as(word).isTrue();
    }
  }
}
