package dev.cantilever.drivers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five kinds of recorded data, each described by a few options: what is answered are the numbers of
 * the files, read for these tests with h5py 3 from the uncut originals.
 */
class ReplayDriverTest {

  private static final Map<String, String> TUNNELLING =
      Replays.profile(
          "data", "sts_5x6.h5",
          "rows", "0 nm to 0.66666 nm",
          "columns", "0 nm to 0.83333 nm",
          "sweep", "bias [V] = /bias",
          "spm.loop", "dI/dV [V] = /lockin_x",
          "spm.scan", "height [m] = /parameters/z, conductance [V] = mean /lockin_x",
          "time_per_scan", "30 s");
  private static final Map<String, String> BAND_EXCITATION =
      Replays.profile(
          "data", "bepfm_6x5.h5",
          "axes", "columns, rows, sweep",
          "rows", "0 nm to 400 nm",
          "columns", "0 nm to 500 nm",
          "sweep", "bin [1] = 0 to 101",
          "spm.tune", "response [1] = /bepfm/response",
          "spm.scan", "measured [1] = /bepfm/sparse_mask");
  private static final Map<String, String> ENERGY_LOSS =
      Replays.profile(
          "data", "eels_4x3.h5, haadf_128x96.h5",
          "rows", "0 nm to 3 nm",
          "columns", "0 nm to 2 nm",
          "sweep", "energy loss [eV] = energy",
          "stem.spectrum", "counts [1] = spectra",
          "stem.scan", "HAADF [1] = haadf_128x96.h5:haadf",
          "time_per_site", "0.5 s");
  private static final SpmCommand.HysteresisLoop SWEEP =
      new SpmCommand.HysteresisLoop(new Voltage(0.22), 200);

  @TempDir private Path directory;

  @Test
  void aTunnellingGridAnswersWithTheConductanceOfTheSite() {
    Replays.lay(directory, "sts_5x6.h5");
    try (Replays mine = Replays.open(directory, TUNNELLING)) {
      Offer.Loops offer = mine.gate().describe().loops().orElseThrow();
      assertThat(offer.sites().rows()).isEqualTo(5);
      assertThat(offer.sites().columns()).isEqualTo(6);
      assertThat(offer.steps()).isEqualTo(200);
      assertThat(offer.bias().volts()).isCloseTo(0.22, within(2e-9));
      Spectrum corner = loop(mine, offer, 0, SWEEP);
      assertThat(corner.sweep().values().get(1)).isEqualTo(-0.21778894354350603);
      assertThat(corner.response().values().get(0)).isEqualTo(1.397231936454773);
      assertThat(corner.response().unit()).isEqualTo("V");
      assertThat(loop(mine, offer, 3 * 6 + 5, SWEEP).response().values().get(199))
          .isEqualTo(3.1390151977539062);
      assertThat(loop(mine, offer, 4 * 6 + 2, SWEEP).response().values().get(100))
          .isEqualTo(0.24240624904632568);
      assertThat(mine.gate().state().elapsed()).isEqualTo(new TimeSpan(6));
      assertThat(mine.gate().state().loops()).isEqualTo(3);
    }
  }

  @Test
  void aScanOfTheWholeShowsAPlaneAndTheMeanOfACube() {
    Replays.lay(directory, "sts_5x6.h5");
    try (Replays mine = Replays.open(directory, TUNNELLING)) {
      Reading.Scan scan = (Reading.Scan) mine.read(new SpmCommand.Scan(0, 4095));
      Frame height = scan.frames().getFirst();
      assertThat(height.at(4, 2)).isEqualTo(-1.63836290312247e-07);
      assertThat(height.at(0, 5)).isEqualTo(-1.639180879919877e-07);
      // Six columns, 0.83333 nm from the first to the last: cells are a fifth of that.
      assertThat(height.width().metres()).isCloseTo(0.999996e-9, within(1e-15));
      assertThat(scan.frames().get(1).at(4, 2)).isCloseTo(1.0698276421427726, within(1e-14));
      assertThat(scan.center().x().metres()).isCloseTo(0.416665e-9, within(1e-15));
      assertThat(mine.gate().state().elapsed()).isEqualTo(new TimeSpan(30));
      assertThat(mine.gate().truth().orElseThrow().pictures()).isEqualTo(scan.frames());
      assertThat(mine.refusal(new SpmCommand.Scan(0, 3))).contains("one whole frame of 5 × 6");
    }
  }

  @Test
  void aBandExcitationCubeIsTransposedAsItsProfileSays() {
    Replays.lay(directory, "bepfm_6x5.h5");
    try (Replays mine = Replays.open(directory, BAND_EXCITATION)) {
      Offer.Verbs offer = (Offer.Verbs) mine.gate().describe().offer();
      assertThat(offer.verbs()).containsExactly(Verb.SPM_MOVE_PROBE, Verb.SPM_TUNE, Verb.SPM_SCAN);
      SpmCommand.Tune tune = new SpmCommand.Tune(new Frequency(300e3), new Frequency(100e3), 102);
      assertThat(response(mine, 0, 0, tune).get(0)).isEqualTo(0.06758448706194005);
      assertThat(response(mine, 500e-9, 100e-9, tune).get(57)).isEqualTo(0.6565246239988008);
      assertThat(response(mine, 100e-9, 400e-9, tune).get(101)).isEqualTo(0.11276756799377774);
      Reading.Scan scan = (Reading.Scan) mine.read(new SpmCommand.Scan(0, 4));
      assertThat(scan.frames().getFirst().rows()).isEqualTo(5);
      assertThat(scan.frames().getFirst().at(4, 3)).isEqualTo(1);
      assertThat(scan.frames().getFirst().at(3, 4)).isZero();
      assertThat(mine.refusal(new SpmCommand.Tune(tune.center(), tune.width(), 256)))
          .contains("curves of 102 points only, not 256 points");
    }
  }

  @Test
  void whatASparseRecordingLeftOutIsRefusedAndNotMadeUp() {
    Replays.lay(directory, "bepfm_6x5.h5");
    Map<String, String> sparse = new HashMap<>(BAND_EXCITATION);
    sparse.put("spm.tune", "response [1] = sparse");
    SpmCommand.Tune tune = new SpmCommand.Tune(new Frequency(300e3), new Frequency(100e3), 102);
    try (Replays mine = Replays.open(directory, sparse)) {
      mine.read(move(0, 0));
      assertThat(mine.refusal(tune)).contains("nothing was recorded at");
      assertThat(response(mine, 200e-9, 100e-9, tune).size()).isEqualTo(102);
    }
  }

  @Test
  void oneSettingOfACubeOfFiveAxesIsPicked() {
    Replays.lay(directory, "bepfm_6x5.h5");
    Map<String, String> kelvin =
        Replays.profile(
            "data", "bepfm_6x5.h5",
            "axes", "columns, rows, 1, sweep, 2",
            "rows", "0 µm to 1 µm",
            "columns", "0 µm to 1.5 µm",
            "sweep", "bias [V] = bias_write",
            "spm.loop", "amplitude [V] = /ckpfm/amplitude");
    try (Replays mine = Replays.open(directory, kelvin)) {
      Offer.Loops offer = mine.gate().describe().loops().orElseThrow();
      SpmCommand.HysteresisLoop five = new SpmCommand.HysteresisLoop(new Voltage(5), 64);
      assertThat(loop(mine, offer, 1 * 4 + 2, five).response().values().get(5))
          .isEqualTo(0.00010651176125975326);
      assertThat(loop(mine, offer, 2 * 4, five).response().values().get(63))
          .isEqualTo(0.0001549338921904564);
    }
  }

  @Test
  void aSpectrumImageAnswersWithCountsAndItsFinerPicture() {
    Replays.lay(directory, "eels_4x3.h5", "haadf_128x96.h5");
    try (Replays mine = Replays.open(directory, ENERGY_LOSS)) {
      StemCommand.AcquireSpectrum spectrum = spectrum(0.5, 0.5, 400);
      Spectrum first = curve(mine, 0, 0, spectrum);
      assertThat(first.sweep().values().get(0)).isEqualTo(400);
      assertThat(first.response().values().get(0)).isEqualTo(2424);
      assertThat(curve(mine, 2e-9, 3e-9, spectrum).response().values().get(399)).isEqualTo(829);
      assertThat(curve(mine, 1e-9, 2e-9, spectrum).response().values().get(212)).isEqualTo(1222);
      Reading.Scan scan = (Reading.Scan) mine.read(new StemCommand.ScanFrames(1));
      Frame haadf = scan.frames().getFirst();
      assertThat(haadf.rows()).isEqualTo(128);
      assertThat(haadf.at(0, 0)).isEqualTo(1739.1219482421875);
      assertThat(haadf.at(127, 95)).isEqualTo(1744.487060546875);
      assertThat(haadf.at(60, 8)).isEqualTo(1747.42578125);
      assertThat(haadf.width().metres()).isCloseTo(3e-9, within(1e-20));
      assertThat(mine.gate().spent().exposure()).isEqualTo(new TimeSpan(2));
      assertThat(mine.refusal(spectrum(0.5, 1, 400))).contains("0.5 eV for each channel");
      assertThat(mine.refusal(spectrum(0.5, 0.5, 350))).contains("from 400.0 eV on");
      assertThat(mine.refusal(spectrum(1, 0.5, 400))).contains("spectra of 0.5 s");
      assertThat(mine.refusal(new StemCommand.ScanFrames(2))).contains("one whole frame");
    }
  }

  @Test
  void aCombinatorialTableAnswersForWholeCompositions() {
    Replays.lay(directory, "oer_plate_3496.csv");
    Map<String, String> table =
        Map.of(
            "title", "plate",
            "sample", "oxides",
            "data", "oer_plate_3496.csv",
            "inputs", "Ni, Fe, Co, Mn, Ce, La",
            "outcomes", "overpotential [V]",
            "replicates", "mean",
            "time_per_trial", "60 s");
    try (Replays mine = Replays.open(directory, table)) {
      Reading.Trial trial = (Reading.Trial) mine.read(composition(0.2, 0, 0.6, 0.2, 0, 0));
      assertThat(trial.outcomes().getFirst().value()).isEqualTo(0.385762);
      assertThat(mine.refusal(composition(0.25, 0, 0.55, 0.2, 0, 0))).contains("was not recorded");
    }
  }

  @Test
  void aPlaceBetweenTheSitesOrBeyondThemIsRefused() {
    Replays.lay(directory, "sts_5x6.h5");
    try (Replays mine = Replays.open(directory, TUNNELLING)) {
      mine.read(move(0.08e-9, 0));
      assertThat(mine.refusal(SWEEP)).contains("from the nearest recorded site");
      mine.read(move(5e-9, 5e-9));
      assertThat(mine.refusal(SWEEP)).contains("from the nearest recorded site");
      assertThat(mine.gate().state().loops()).isZero();
    }
  }

  @Test
  void whatWasNotRecordedIsRefused() {
    Replays.lay(directory, "sts_5x6.h5");
    try (Replays mine = Replays.open(directory, TUNNELLING)) {
      assertThat(mine.refusal(new SpmCommand.HysteresisLoop(new Voltage(0.3), 200)))
          .contains("in 200 steps only, not 0.3 V");
      assertThat(mine.refusal(new SpmCommand.BiasPulse(new Voltage(1), new TimeSpan(1))))
          .contains("does not know spm.bias_pulse", "spm.loop", "spm.scan");
      assertThat(mine.refusal(new StemCommand.PlaceBeam(SurfacePoint.metres(0, 0))))
          .contains("stem.place_beam");
    }
  }

  @Test
  void remembersItsPastWhenItIsConnectedAgain() {
    Replays.lay(directory, "eels_4x3.h5", "haadf_128x96.h5");
    InstrumentState before;
    Reading spectrum;
    try (Replays mine = Replays.open(directory, ENERGY_LOSS)) {
      mine.read(new StemCommand.PlaceBeam(SurfacePoint.metres(1e-9, 2e-9)));
      spectrum = mine.read(spectrum(0.5, 0.5, 400));
      mine.read(new StemCommand.ScanFrames(1));
      before = mine.gate().state();
    }
    try (Replays mine = Replays.open(directory, ENERGY_LOSS)) {
      assertThat(mine.gate().state()).isEqualTo(before);
      assertThat(mine.gate().recall(Replays.key(2)))
          .isEqualTo(new Recollection.Done(spectrum, new TimeSpan(0.5)));
      assertThat(mine.gate().recall(Replays.key(9))).isEqualTo(new Recollection.NeverArrived());
    }
  }

  private static Spectrum loop(
      Replays mine, Offer.Loops offer, int site, SpmCommand.HysteresisLoop asked) {
    mine.read(new SpmCommand.MoveProbe(offer.sites().point(site), new Speed(1e-6)));
    Spectrum spectrum = ((Reading.Loop) mine.read(asked)).spectrum();
    assertThat(spectrum.quality()).isEqualTo(Quality.GOOD);
    return spectrum;
  }

  private static SpmCommand.MoveProbe move(double x, double y) {
    return new SpmCommand.MoveProbe(SurfacePoint.metres(x, y), new Speed(1e-6));
  }

  private static Series response(Replays mine, double x, double y, Command command) {
    mine.read(move(x, y));
    return ((Reading.Curves) mine.read(command)).spectra().getFirst().response().values();
  }

  private static Spectrum curve(Replays mine, double x, double y, Command command) {
    mine.read(new StemCommand.PlaceBeam(SurfacePoint.metres(x, y)));
    return ((Reading.Curves) mine.read(command)).spectra().getFirst();
  }

  private static StemCommand.AcquireSpectrum spectrum(double seconds, double step, double from) {
    double joules = 1.602176634e-19;
    return new StemCommand.AcquireSpectrum(
        new TimeSpan(seconds), new Energy(step * joules), new Energy(from * joules));
  }

  private static Evaluate composition(double... parts) {
    String[] names = {"Ni", "Fe", "Co", "Mn", "Ce", "La"};
    return new Evaluate(
        IntStream.range(0, 6).mapToObj(i -> new Setting(names[i], parts[i])).toList(), 0);
  }
}
