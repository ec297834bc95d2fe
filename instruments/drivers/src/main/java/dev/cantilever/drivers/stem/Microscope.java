package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.energyloss.EnergyDrift;
import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.imaging.ScanField;
import dev.cantilever.drivers.stem.motion.Stage;
import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Scene;
import dev.cantilever.drivers.stem.sample.Specimen;

/** All that changes in a microscope, and how it changes with time. Shared by the acquisitions. */
final class Microscope {

  private final StemInstrument instrument;
  private final Specimen specimen;
  private final Stage stage;
  private final Column column;
  private final EnergyDrift energyDrift;
  private final Variates scanNoise;
  private StemSettings settings;
  private double timeSeconds;

  Microscope(Scene scene, StemInstrument instrument, StemSettings settings, Seeds seeds) {
    this.instrument = instrument;
    this.settings = settings;
    specimen = new Specimen(scene, instrument.response(), Variates.of(seeds.truth(), "damage"));
    stage = new Stage(Variates.of(seeds.truth(), "drift"), instrument.stage());
    column = new Column(instrument, seeds.truth());
    energyDrift =
        new EnergyDrift(
            Variates.of(seeds.truth(), "energy drift"),
            instrument.spectrometer().driftElectronVolts());
    scanNoise = Variates.of(seeds.noise(), "scan");
  }

  StemInstrument instrument() {
    return instrument;
  }

  Specimen specimen() {
    return specimen;
  }

  Dosing dosing() {
    return new Dosing(specimen);
  }

  Stage stage() {
    return stage;
  }

  EnergyDrift energyDrift() {
    return energyDrift;
  }

  StemSettings settings() {
    return settings;
  }

  void configure(StemSettings wanted) {
    settings = wanted;
  }

  double timeSeconds() {
    return timeSeconds;
  }

  Aberrations aberrations() {
    return column.aberrations(settings, stage.readback());
  }

  Illumination illumination() {
    return illumination(settings.convergenceRadians());
  }

  /** With another aperture. */
  Illumination illumination(double convergenceRadians) {
    return column.illumination(
        settings.withConvergence(convergenceRadians), stage.readback(), specimen.scene());
  }

  /** The probe with this aperture as it meets the potential of atoms of this width. */
  Probe probeOnAtoms(double convergenceRadians, double widthMetres) {
    return column.probe(
        settings.withConvergence(convergenceRadians),
        stage.readback(),
        specimen.scene(),
        widthMetres);
  }

  double electrons(double seconds) {
    return ElectronBeam.electrons(settings.currentAmperes(), seconds);
  }

  double pixelMetres(Raster raster) {
    return raster.pixelMetres(settings.field().sideMetres());
  }

  /**
   * The field where the beam really meets the specimen: a tilted beam lies beside its place by the
   * gradient of the wave aberration, out of focus by tilt · C1.
   */
  ScanField field() {
    Deflectors deflectors = settings.deflectors();
    double[] beside = aberrations().rayMetres(deflectors.tiltX(), deflectors.tiltY());
    ScanField field = settings.field();
    return field.shiftedTo(field.shiftX() + beside[0], field.shiftY() + beside[1]);
  }

  /** The settings with that field. */
  StemSettings aimed() {
    return settings.withField(field());
  }

  /** Where the beam stands at a fraction of the field: x and y in metres. */
  double[] beamAt(double x, double y) {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
      throw new IllegalArgumentException(
          "beam: (%s, %s) is outside the field [0, 1] × [0, 1]".formatted(x, y));
    }
    ScanField field = field();
    double along = (x - 0.5) * field.sideMetres();
    double across = (y - 0.5) * field.sideMetres();
    double cosine = StrictMath.cos(settings.raster().rotationRadians());
    double sine = StrictMath.sin(settings.raster().rotationRadians());
    return new double[] {
      stage.x() + field.shiftX() + cosine * along - sine * across,
      stage.y() + field.shiftY() + sine * along + cosine * across
    };
  }

  /**
   * Leads the beam over the field once; the time of the stage passes, all other time must follow.
   */
  BeamPath scanned(Raster raster) {
    return BeamPath.scan(raster, field(), stage, instrument.scan(), scanNoise);
  }

  /** Lets the time of a scan pass for all but the stage and the spectrometer. */
  void age(double seconds) {
    column.advance(seconds);
    timeSeconds += seconds;
  }

  /** Lets time pass for everything. */
  void rest(double seconds) {
    stage.advance(seconds);
    energyDrift.advance(seconds);
    age(seconds);
  }

  void stand(double x, double y, double seconds) {
    stand(x, y, seconds, illumination());
  }

  /** The specimen drifts under a standing beam: its electrons are laid down in at most 20 parts. */
  void stand(double x, double y, double seconds, Illumination illumination) {
    int parts = (int) Math.max(1, Math.min(20, Math.ceil(seconds)));
    for (int i = 0; i < parts; i++) {
      double[] beam = beamAt(x, y);
      dosing().spot(beam[0], beam[1], electrons(seconds / parts), illumination);
      rest(seconds / parts);
    }
  }
}
