package dev.cantilever.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstrumentStateTest {

  @ParameterizedTest
  @EnumSource(
      value = DeviceState.class,
      names = {"OFFLINE", "CONNECTING", "BUSY", "UNKNOWN"})
  void isNotKnownToRestWhileWorkingOrOutOfReach(DeviceState device) {
    assertThat(state(device, ProbeState.NONE, BeamState.NONE).isAtRest()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = DeviceState.class,
      names = {"READY", "PAUSED", "FAULT", "STOPPED"})
  void restsUnlessProbeOrBeamIsAtWork(DeviceState device) {
    assertThat(state(device, ProbeState.WITHDRAWN, BeamState.BLANKED).isAtRest()).isTrue();
    assertThat(state(device, ProbeState.SCANNING, BeamState.NONE).isAtRest()).isFalse();
    assertThat(state(device, ProbeState.SPECTROSCOPY, BeamState.NONE).isAtRest()).isFalse();
    assertThat(state(device, ProbeState.APPROACHING, BeamState.NONE).isAtRest()).isFalse();
    assertThat(state(device, ProbeState.NONE, BeamState.SCANNING).isAtRest()).isFalse();
    assertThat(state(device, ProbeState.NONE, BeamState.PARKED_ON_SAMPLE).isAtRest()).isFalse();
  }

  @Test
  void saysOfAChannelWhatItReadsBackOfThatChannel() {
    Readback width = Readback.fresh(Channel.FRAME_WIDTH, 1);
    Readback rate = Readback.fresh(Channel.LINE_RATE, 2);
    InstrumentState state =
        new InstrumentState(
            SurfacePoint.metres(0, 0),
            new TimeSpan(1),
            0,
            Quality.GOOD,
            DeviceState.READY,
            ProbeState.NONE,
            BeamState.NONE,
            List.of(width, rate));
    assertThat(state.readback(Channel.FRAME_WIDTH)).contains(width);
    assertThat(state.readback(Channel.LINE_RATE)).contains(rate);
    assertThat(state.readback(Channel.BIAS)).isEmpty();
  }

  @Test
  void whatDoesNotAnswerIsNeitherGoodNorAtRest() {
    InstrumentState offline = InstrumentState.offline();
    assertThat(offline.quality()).isEqualTo(Quality.BAD);
    assertThat(offline.device()).isEqualTo(DeviceState.OFFLINE);
    assertThat(offline.readbacks()).isEmpty();
    assertThat(offline.isAtRest()).isFalse();
  }

  private static InstrumentState state(DeviceState device, ProbeState probe, BeamState beam) {
    return new InstrumentState(
        SurfacePoint.metres(0, 0),
        new TimeSpan(1),
        0,
        Quality.GOOD,
        device,
        probe,
        beam,
        List.of());
  }
}
