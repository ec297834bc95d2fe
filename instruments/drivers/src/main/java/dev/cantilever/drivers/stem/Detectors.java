package dev.cantilever.drivers.stem;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StemCommand;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which detectors are in. The annular dark field detector has a hole for the middle of the pattern
 * and the X-ray detector stands beside the specimen, so neither is in the way of anything. The
 * bright field detector covers the middle: while it is in, nothing reaches camera and spectrometer,
 * which stand behind it for good. Any of them goes in and out beside any other.
 *
 * @param inserted those that are in
 */
record Detectors(Set<Arm> inserted) {

  /** A detector on an arm that drives it in and out. */
  enum Arm {
    HAADF,
    BF,
    EDS
  }

  Detectors {
    inserted = Set.copyOf(inserted);
  }

  /** Those of these words; empty where one is no detector, or none is there. */
  static Optional<Detectors> in(String words) {
    EnumSet<Arm> arms = EnumSet.noneOf(Arm.class);
    for (String word : words.strip().split("[ ,]+", -1)) {
      Optional<Arm> arm = arm(word);
      if (arm.isEmpty()) {
        return Optional.empty();
      }
      arms.add(arm.get());
    }
    return Optional.of(new Detectors(arms));
  }

  private static Optional<Arm> arm(String name) {
    return Arrays.stream(Arm.values()).filter(arm -> arm.name().equals(name)).findFirst();
  }

  /** 1 where it is in, 0 where it is out. */
  double insertion(Arm arm) {
    return inserted.contains(arm) ? 1 : 0;
  }

  /** Names of those that take images, in a fixed order. */
  List<String> imaging() {
    return Arrays.stream(Arm.values())
        .filter(arm -> arm != Arm.EDS)
        .filter(inserted::contains)
        .map(Arm::name)
        .toList();
  }

  /** After a command that names a known detector. */
  Detectors moved(StemCommand.InsertDetector command) {
    EnumSet<Arm> arms = EnumSet.noneOf(Arm.class);
    arms.addAll(inserted);
    Optional<Arm> arm = arm(command.detector());
    if (command.in()) {
      arm.ifPresent(arms::add);
    } else {
      arm.ifPresent(arms::remove);
    }
    return new Detectors(arms);
  }

  /** Why a command finds the detectors in the wrong places, and what puts them right. */
  Optional<String> objection(Command command) {
    return switch (command) {
      case StemCommand.InsertDetector insert ->
          arm(insert.detector()).isPresent()
              ? Optional.empty()
              : Optional.of("this microscope moves the detectors HAADF, BF and EDS");
      case StemCommand.ScanFrames scan ->
          imaging().isEmpty()
              ? Optional.of(
                  "no detector that takes images is in; stem.insert_detector brings HAADF or BF in")
              : Optional.empty();
      case StemCommand.AutoFocus focus -> without(Arm.HAADF);
      case StemCommand.MeasureAberrations tableau -> without(Arm.HAADF);
      case StemCommand.AcquireSpectrum spectrum -> spectroscopy(spectrum.technique());
      case StemCommand.SpectrumImage image -> spectroscopy(image.technique());
      case StemCommand.ScanDiffraction scan -> shadow("camera");
      case StemCommand.CameraImage image -> shadow("camera");
      default -> Optional.empty();
    };
  }

  private Optional<String> spectroscopy(StemCommand.Spectroscopy technique) {
    return switch (technique) {
      case EELS -> shadow("spectrometer");
      case EDS -> without(Arm.EDS);
    };
  }

  private Optional<String> without(Arm needed) {
    return inserted.contains(needed)
        ? Optional.empty()
        : Optional.of(
            "the %s detector is out; stem.insert_detector brings it in".formatted(needed));
  }

  private Optional<String> shadow(String behind) {
    return inserted.contains(Arm.BF)
        ? Optional.of(
            "the BF detector is in and shadows the %s; stem.insert_detector takes it out"
                .formatted(behind))
        : Optional.empty();
  }
}
