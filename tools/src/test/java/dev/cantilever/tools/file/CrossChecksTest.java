package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same data saved by several programs is read as the same numbers. */
class CrossChecksTest {

  @ParameterizedTest
  @ValueSource(strings = {"EELS_STO.dm4", "EELS_STO.hf5"})
  void theSameSpectrumInThreeFormatsIsTheSameNumbers(String other) {
    Dataset first = read("EELS_STO.dm3").datasets().getFirst();
    assertThat(read(other).datasets().getFirst().values()).isEqualTo(first.values());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aGwyddionImageWithItsAxesAscendingIsTheTransposeOfItsUsidTwin(int channel) {
    // The USID file was made from the wave column by column, so that its rows run along x.
    Dataset image = read("pfm_128_4ch.gwy").datasets().get(channel).ascending();
    Dataset twin = read("SingFreqPFM_0003.h5").datasets().get(channel);
    assertThat(twin.quantity()).isEqualTo(image.name());
    for (int row = 0; row < 128; row++) {
      for (int column = 0; column < 128; column++) {
        float rounded = (float) image.values().get(row * 128 + column);
        assertThat((float) twin.values().get(column * 128 + row)).isEqualTo(rounded);
      }
    }
  }

  @Tag("long")
  @Test
  void aNanonisScanDownwardsIsItsNexusTwinOnceTheAxesAscend() {
    Dataset scan = read("nanonis/stm_au_256.sxm").named("Current forward").orElseThrow();
    Dataset twin = read("nexus/stm_au_256.nxs").named("entry/current_forward").orElseThrow();
    assertThat(scan.axes().getFirst().at(0)).isGreaterThan(scan.axes().getFirst().at(255));
    assertThat(scan.ascending().values()).isEqualTo(twin.values());
  }

  @Tag("long")
  @Test
  void anEnergyLossSpectrumHasItsZeroLossPeakAtZero() {
    Dataset spectrum = read("dm/Al_low_loss.dm3").datasets().getFirst();
    DataAxis.Even energy = (DataAxis.Even) spectrum.axes().getFirst();
    int peak = 0;
    for (int i = 0; i < energy.size(); i++) {
      peak = spectrum.values().get(i) > spectrum.values().get(peak) ? i : peak;
    }
    assertThat(energy.start()).isCloseTo(-3.6092, within(1e-4));
    assertThat(energy.step()).isCloseTo(0.020126, within(1e-6));
    assertThat(energy.at(peak)).isBetween(-0.2, 0.2);
  }

  @ParameterizedTest
  @CsvSource({
    "tiny_10x10.ibw, IGOR_WAVE",
    "pfm_128_4ch.gwy, GWYDDION",
    "chip.gsf, GWYDDION_SIMPLE_FIELD",
    "EELS_STO.dm4, GATAN",
    "EELS_STO.hf5, NSID",
    "sparse_sampling.h5, USID",
    "iv_forward_backward.dat, NANONIS_SPECTRUM",
    "SI-EDS.emd, VELOX",
    "ncem.emd, NCEM",
    "nexus.nxs, NEXUS",
    "latest.h5, HDF5"
  })
  void theFormatIsToldByTheFirstBytesWhateverTheName(String sample, FileFormat format) {
    byte[] content = Samples.shipped(sample);
    assertThat(FileReader.read("holiday.jpg", content, ReadLimits.DEFAULT).format())
        .isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "force_curve_mfp3d.ibw, NumOfSegments, 3",
    "pfm_128_4ch.gwy, ImagingMode, PFM Mode",
    "chip.gsf, Title, Topography",
    "iv_forward_backward.dat, Filter type, Gaussian",
    "EELS_STO.hf5, metadata/experiment/acceleration_voltage, 200000",
    "SI-EDS.emd, Optics.AccelerationVoltage, 200000",
    "nexus.nxs, entry/instrument_bias, 1.5 V",
    "AFM_Force_Curve.h5, SpringConstant, 0.018189"
  })
  void whatTheFileSaysBesideTheNumbersIsKept(String sample, String key, String value) {
    Dataset dataset = read(sample).datasets().getFirst();
    assertThat(dataset.metadata().get(key)).contains(value);
  }

  private static MicroscopyFile read(String sample) {
    return FileReader.read(sample, Samples.bytes(sample), ReadLimits.DEFAULT);
  }
}
