package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.EnumSet;
import java.util.Set;

/** In which states of device, probe and beam a verb is legal, and which verb leads there. */
final class StateCheck {

  private static final Set<ProbeState> ON_SURFACE = EnumSet.of(ProbeState.NONE, ProbeState.ENGAGED);
  private static final Set<ProbeState> OFF_SURFACE =
      EnumSet.of(ProbeState.NONE, ProbeState.PARKED, ProbeState.WITHDRAWN);
  private static final Set<ProbeState> AWAY = EnumSet.of(ProbeState.PARKED, ProbeState.WITHDRAWN);
  private static final Set<ProbeState> PARKED = EnumSet.of(ProbeState.PARKED);
  private static final Set<ProbeState> NOT_SCANNING =
      EnumSet.complementOf(EnumSet.of(ProbeState.SCANNING));
  private static final Set<BeamState> OFF_SAMPLE =
      EnumSet.of(BeamState.NONE, BeamState.VALVES_CLOSED, BeamState.BLANKED);
  private static final Set<BeamState> BLANKED = EnumSet.of(BeamState.BLANKED);
  private static final Set<BeamState> STILL =
      EnumSet.of(BeamState.BLANKED, BeamState.PARKED_ON_SAMPLE);

  private StateCheck() {}

  static void check(InstrumentState state, Command command, Refusals refusals) {
    if (state.quality() != Quality.GOOD) {
      refusals.add(
          ProblemCode.INTERLOCK,
          "the readback of the instrument is %s, not GOOD; read its state until it is"
              .formatted(state.quality()));
    }
    device(state.device(), command.verb(), refusals);
    probe(state.probe(), command, refusals);
    beam(state.beam(), command, refusals);
  }

  private static void device(DeviceState device, Verb verb, Refusals refusals) {
    boolean clears = device == DeviceState.FAULT && verb == Verb.DEVICE_CLEAR_FAULT;
    if (device != DeviceState.READY && !clears) {
      refusals.add(
          ProblemCode.STATE,
          "%s needs an instrument that is READY, this one is %s; %s"
              .formatted(
                  verb,
                  device,
                  device == DeviceState.FAULT
                      ? "clear the fault with device.clear_fault"
                      : "wait or look"));
    }
  }

  private static void probe(ProbeState probe, Command command, Refusals refusals) {
    Verb verb = command.verb();
    Set<ProbeState> legal =
        switch (verb) {
          case SPM_SET_MODE, SPM_ZERO_DETECTOR, SPM_APPROACH -> AWAY;
          case SPM_EXCHANGE_PROBE -> PARKED;
          case SPM_TUNE -> OFF_SURFACE;
          case SPM_SCAN, SPM_FORCE_CURVE, SPM_BIAS_PULSE, SPM_LITHOGRAPHY, SPM_LOOP -> ON_SURFACE;
          case SPM_MOVE_PROBE, SPM_SET_FRAME, SPM_SET_DRIVE, SPM_SET_LIFT -> NOT_SCANNING;
          default ->
              command instanceof StageCommand ? OFF_SURFACE : EnumSet.allOf(ProbeState.class);
        };
    if (!legal.contains(probe)) {
      String way =
          legal.contains(ProbeState.ENGAGED) && legal != NOT_SCANNING
              ? "spm.approach"
              : "spm.withdraw";
      refusals.add(
          ProblemCode.STATE,
          "%s needs a probe that is one of %s, it is %s; %s leads there"
              .formatted(verb, legal, probe, way));
    }
  }

  private static void beam(BeamState beam, Command command, Refusals refusals) {
    Verb verb = command.verb();
    Set<BeamState> legal =
        switch (verb) {
          case STEM_UNBLANK -> BLANKED;
          case STEM_SCAN, STEM_SPECTRUM_IMAGE, STEM_SCAN_4D, STEM_MEASURE_ABERRATIONS -> STILL;
          case STEM_SPECTRUM, STEM_PLACE_BEAM, STEM_SET_SCAN, STEM_SET_FOV -> STILL;
          case STEM_CAMERA_IMAGE, STEM_AUTO_FOCUS -> STILL;
          // a beam on the sample would go with them, over cells that it is not charged for
          case STEM_SET_IMAGE_SHIFT, STEM_SET_BEAM_TILT -> OFF_SAMPLE;
          case STEM_MOVE_STAGE, STEM_INSERT_DETECTOR -> OFF_SAMPLE;
          default ->
              command instanceof StemCommand
                  ? EnumSet.complementOf(EnumSet.of(BeamState.SCANNING))
                  : command instanceof StageCommand ? OFF_SAMPLE : EnumSet.allOf(BeamState.class);
        };
    if (!legal.contains(beam)) {
      refusals.add(
          ProblemCode.STATE,
          "%s needs a beam that is one of %s, it is %s; %s leads there"
              .formatted(
                  verb,
                  legal,
                  beam,
                  beam == BeamState.VALVES_CLOSED ? "stem.set_valves" : "stem.blank"));
    }
  }
}
