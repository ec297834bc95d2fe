package dev.cantilever.drivers.stem;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.Optional;

/** What this microscope cannot do although an envelope may allow it. */
final class StemRefusals {

  private static final int MOST_PLACES = 128;
  private static final double MOST_SHIFT = 1e-5;
  private static final double MOST_ANGLE = 0.05;
  private static final double MOST_DEFOCUS = 1e-5;
  private static final double JOULES_PER_EV = 1.602176634e-19;

  private final StemTwin twin;
  private final double largestField;

  StemRefusals(StemTwin twin, double largestField) {
    this.twin = twin;
    this.largestField = largestField;
  }

  /** The reason; empty where it can. */
  Optional<String> of(Command command, SurfacePoint from) {
    return switch (command) {
      case StemCommand.Unblank unblank -> standing(from);
      case StemCommand.AcquireSpectrum spectrum -> standing(from).or(() -> channels(spectrum));
      case StemCommand.CameraImage image ->
          standing(from)
              .or(
                  () ->
                      unless(
                          Integer.bitCount(image.binning()) == 1
                              && image.binning() >= 1
                              && image.binning() <= 8,
                          "the camera bins 1, 2, 4 or 8 pixels"));
      case StemCommand.SetFieldOfView set ->
          unless(
              set.width().metres() <= largestField,
              "this specimen can be seen in fields up to " + new Length(largestField));
      case StemCommand.PlaceBeam place ->
          unless(
              inField(place.target().x()) && inField(place.target().y()),
              "the beam stays in the field of view, whose middle is the origin");
      case StemCommand.SpectrumImage image ->
          unless(image.pixels() <= MOST_PLACES, "a spectrum image has at most 128 pixels a side");
      case StemCommand.ScanDiffraction scan ->
          unless(scan.pixels() <= MOST_PLACES, "a diffraction scan has at most 128 pixels a side");
      case StemCommand.AutoFocus focus -> focusSeries(focus.range().metres());
      case StemCommand.SetImageShift set ->
          unless(
              Math.abs(set.x().metres()) <= MOST_SHIFT && Math.abs(set.y().metres()) <= MOST_SHIFT,
              "the deflectors shift the field by at most 10 µm each way");
      case StemCommand.SetBeamTilt set -> angles("the beam tilts", set.x(), set.y());
      case StemCommand.SetDiffractionShift set -> angles("the pattern moves", set.x(), set.y());
      default -> Optional.empty();
    };
  }

  private Optional<String> standing(SurfacePoint from) {
    return unless(
        inField(from.x()) && inField(from.y()),
        "the beam stands outside of the field of view; put it back with stem.place_beam");
  }

  private static Optional<String> channels(StemCommand.AcquireSpectrum spectrum) {
    double dispersion = spectrum.dispersion().joules() / JOULES_PER_EV;
    double offset = spectrum.offset().joules() / JOULES_PER_EV;
    if (spectrum.technique() == StemCommand.Spectroscopy.EDS) {
      return unless(
          Math.abs(dispersion - 0.1) <= 1e-9 && Math.abs(offset + 10) <= 1e-9,
          "the X-ray detector has channels of 10 eV from 0 to 20 keV; leave dispersion and offset"
              + " out");
    }
    return unless(
        dispersion >= 0.005 && dispersion <= 1 && offset >= -100 && offset <= 3000,
        "the spectrometer has channels of 5 meV to 1 eV, the first at -100 eV to 3 keV");
  }

  private Optional<String> focusSeries(double range) {
    StemSettings now = twin.settings();
    return unless(
        range >= 1e-9
            && FocusSeries.covers(now, range)
            && Math.abs(now.defocusMetres()) + range <= MOST_DEFOCUS,
        "a focus series covers 1 nm to 50 depths of focus to either side, within ±10 µm; come"
            + " closer with stem.set_defocus first");
  }

  private static Optional<String> angles(String what, Angle x, Angle y) {
    return unless(
        Math.abs(x.radians()) <= MOST_ANGLE && Math.abs(y.radians()) <= MOST_ANGLE,
        what + " by at most 50 mrad each way");
  }

  private static Optional<String> unless(boolean isFine, String reason) {
    return isFine ? Optional.empty() : Optional.of(reason);
  }

  private boolean inField(Length along) {
    return Math.abs(along.metres()) <= twin.settings().field().sideMetres() / 2;
  }
}
