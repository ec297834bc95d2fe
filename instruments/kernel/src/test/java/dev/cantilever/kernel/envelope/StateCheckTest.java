package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.envelope.Wide.codes;
import static dev.cantilever.kernel.envelope.Wide.messages;
import static dev.cantilever.kernel.envelope.Wide.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every verb in every state of device, probe and beam, against a table written out by hand. */
class StateCheckTest {

  /** What is not named is legal with any probe and any beam. */
  private static final String LEGAL =
      """
      spm.set_mode             probe parked withdrawn
      spm.zero_detector        probe parked withdrawn
      spm.approach             probe parked withdrawn
      spm.exchange_probe       probe parked
      spm.tune                 probe none parked withdrawn
      spm.scan                 probe none engaged
      spm.force_curve          probe none engaged
      spm.bias_pulse           probe none engaged
      spm.lithography          probe none engaged
      spm.loop                 probe none engaged
      spm.move_probe           probe none parked withdrawn approaching engaged spectroscopy
      spm.set_frame            probe none parked withdrawn approaching engaged spectroscopy
      spm.set_lift             probe none parked withdrawn approaching engaged spectroscopy
      spm.set_drive            probe none parked withdrawn approaching spectroscopy
      stem.set_valves          beam none valves_closed blanked parked_on_sample
      stem.unblank             beam blanked
      stem.place_beam          beam blanked parked_on_sample
      stem.set_fov             beam blanked parked_on_sample
      stem.set_scan            beam blanked parked_on_sample
      stem.scan                beam blanked parked_on_sample
      stem.spectrum            beam blanked parked_on_sample
      stem.spectrum_image      beam blanked parked_on_sample
      stem.scan_4d             beam blanked parked_on_sample
      stem.camera_image        beam blanked parked_on_sample
      stem.auto_focus          beam blanked parked_on_sample
      stem.set_image_shift     beam none valves_closed blanked
      stem.set_beam_tilt       beam none valves_closed blanked
      stem.set_diffraction_shift beam none valves_closed blanked parked_on_sample
      stem.set_current         beam none valves_closed blanked parked_on_sample
      stem.set_defocus         beam none valves_closed blanked parked_on_sample
      stem.set_aberration      beam none valves_closed blanked parked_on_sample
      stem.measure_aberrations beam blanked parked_on_sample
      stem.move_stage          beam none valves_closed blanked
      stem.insert_detector     beam none valves_closed blanked
      stage.home               probe none parked withdrawn; beam none valves_closed blanked
      stage.move_to            probe none parked withdrawn; beam none valves_closed blanked
      stage.move_by            probe none parked withdrawn; beam none valves_closed blanked
      stage.enable             probe none parked withdrawn; beam none valves_closed blanked
      """;

  private static final Map<String, String> ROWS =
      Arrays.stream(LEGAL.split("\n"))
          .map(line -> line.split(" +", 2))
          .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words[1]));

  private static boolean isLegal(Verb verb, String of, Enum<?> state) {
    String word = state.name().toLowerCase(Locale.ROOT);
    return Arrays.stream(ROWS.getOrDefault(verb.word(), "").split("; "))
        .map(part -> Arrays.asList(part.split(" ")))
        .filter(words -> words.getFirst().equals(of))
        .allMatch(words -> words.contains(word));
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void aVerbIsRefusedOnceForEachOfDeviceProbeAndBeamThatIsInTheWrongState(Verb verb) {
    if (verb.makesSafe()) {
      return; // never judged by its state
    }
    Envelope envelope = Wide.but();
    Command command = Verbs.example(verb);
    for (ProbeState probe : ProbeState.values()) {
      int wrongProbe = isLegal(verb, "probe", probe) ? 0 : 1;
      for (BeamState beam : BeamState.values()) {
        int wrongBeam = isLegal(verb, "beam", beam) ? 0 : 1;
        for (DeviceState device : DeviceState.values()) {
          assertThat(stateRefusals(envelope, state(device, probe, beam), command))
              .as(() -> "%s with %s, %s, %s".formatted(verb, device, probe, beam))
              .isEqualTo((isReady(device, verb) ? 0 : 1) + wrongProbe + wrongBeam);
        }
      }
    }
  }

  private static boolean isReady(DeviceState device, Verb verb) {
    return device == DeviceState.READY
        || (device == DeviceState.FAULT && verb == Verb.DEVICE_CLEAR_FAULT);
  }

  private static int stateRefusals(Envelope envelope, InstrumentState state, Command command) {
    return Collections.frequency(codes(envelope, state, command), ProblemCode.STATE);
  }

  @ParameterizedTest
  @CsvSource({
    "SPM_SCAN, WITHDRAWN, spm.approach leads there",
    "SPM_SCAN, SCANNING, spm.approach leads there",
    "SPM_MOVE_PROBE, SCANNING, spm.withdraw leads there",
    "SPM_SET_MODE, ENGAGED, spm.withdraw leads there",
    "SPM_TUNE, ENGAGED, spm.withdraw leads there",
    "SPM_EXCHANGE_PROBE, WITHDRAWN, spm.withdraw leads there",
    "SPM_EXCHANGE_PROBE, NONE, spm.withdraw leads there",
  })
  void saysHowTheProbeComesWhereItMustBe(Verb verb, ProbeState probe, String hint) {
    InstrumentState state =
        state(
            probe,
            BeamState.NONE,
            Readback.fresh(Channel.FRAME_WIDTH, 1),
            Readback.fresh(Channel.LINE_RATE, 1));
    assertThat(messages(Wide.but(), state, Verbs.example(verb)))
        .singleElement()
        .asString()
        .startsWith(verb.word())
        .contains("it is " + probe)
        .endsWith(hint);
  }

  @ParameterizedTest
  @CsvSource({
    "STEM_UNBLANK, VALVES_CLOSED, stem.set_valves leads there",
    "STEM_SCAN, VALVES_CLOSED, stem.set_valves leads there",
    "STEM_UNBLANK, PARKED_ON_SAMPLE, stem.blank leads there",
    "STEM_MOVE_STAGE, SCANNING, stem.blank leads there",
  })
  void saysHowTheBeamComesWhereItMustBe(Verb verb, BeamState beam, String hint) {
    assertThat(messages(Wide.but(), state(ProbeState.NONE, beam), Verbs.example(verb)))
        .singleElement()
        .asString()
        .startsWith(verb.word())
        .contains("it is " + beam)
        .endsWith(hint);
  }

  @Test
  void saysWhatToDoAboutADeviceThatIsNotReady() {
    assertThat(messageOf(DeviceState.FAULT)).endsWith("clear the fault with device.clear_fault");
    assertThat(messageOf(DeviceState.BUSY)).endsWith("wait or look");
  }

  private static String messageOf(DeviceState device) {
    InstrumentState state = state(device, ProbeState.NONE, BeamState.NONE);
    return messages(Wide.but(), state, Verbs.example(Verb.SPM_READ_METERS)).getFirst();
  }
}
