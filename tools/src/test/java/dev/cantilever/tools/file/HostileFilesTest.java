package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.tools.file.content.UnreadableFile;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Truncated and damaged files: a dataset or one typed refusal, soon, and nothing else. */
class HostileFilesTest {

  private static final Effort QUICK = new Effort(40, 100);
  private static final Effort THOROUGH = new Effort(200, 500);
  private static final long SEED = 20260101;
  private static final ReadLimits LIMITS = new ReadLimits(64L << 20, 4L << 20);
  private static final long SLOWEST_SECONDS = 10;

  /** How many copies of each sample are spoilt; the quick ones are the first of the thorough. */
  record Effort(int truncations, int damages) {}

  static Stream<String> shipped() {
    return Stream.concat(Samples.SHIPPED.stream(), Built.NAMES.stream());
  }

  static Stream<String> large() {
    return Stream.of(
        "ibw/scan_0001.ibw",
        "gwy/cafm_height_256.gwy",
        "nanonis/stm_au_256.sxm",
        "nanonis/sts_2048.dat",
        "../sts-grid-nanonis/grid_sts.3ds",
        "nanosurf/nid-1.nid",
        "dm/Al_low_loss.dm3",
        "../stem-spectrum-images/SI-EELS.dm3",
        "emd/velox_haadf.emd",
        "emd/velox_eds_sto.emd",
        "nexus/stm_au_256.nxs",
        "nexus/sts.nxs");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aTruncatedOrDamagedFileIsReadOrRefused(String sample) {
    spoil(sample, content(sample), QUICK);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("shipped")
  void aFileTruncatedOrDamagedInHundredsOfWaysIsReadOrRefused(String sample) {
    spoil(sample, content(sample), THOROUGH);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("large")
  void aLargeFileTruncatedOrDamagedIsReadOrRefused(String sample) {
    spoil(sample, Samples.bytes(sample), THOROUGH);
  }

  private static void spoil(String sample, byte[] content, Effort effort) {
    truncate(sample, content, effort.truncations());
    damage(sample, content, effort.damages());
  }

  private static void truncate(String sample, byte[] content, int times) {
    Random random = new Random(SEED + sample.hashCode());
    for (int i = 0; i < times; i++) {
      int length = i == 0 ? 0 : random.nextInt(content.length);
      expectAnswer(sample, Arrays.copyOf(content, length), "truncated to " + length);
    }
  }

  /** Half of the damages strike the first kilobytes, where the structure is. */
  private static void damage(String sample, byte[] content, int times) {
    Random random = new Random(SEED - sample.hashCode());
    for (int i = 0; i < times; i++) {
      byte[] damaged = content.clone();
      int reach = i % 2 == 0 ? Math.min(4_096, content.length) : content.length;
      StringBuilder what = new StringBuilder("byte");
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        int at = random.nextInt(reach);
        damaged[at] ^= (byte) (1 + random.nextInt(255));
        what.append(' ').append(at).append('=').append(damaged[at]);
      }
      expectAnswer(sample, damaged, what.toString());
    }
  }

  private static void expectAnswer(String sample, byte[] content, String what) {
    long start = System.nanoTime();
    try {
      MicroscopyFile file = FileReader.read(sample, content, LIMITS);
      assertThat(file.datasets()).as(what).isNotEmpty();
    } catch (UnreadableFile refusal) {
      assertThat(refusal.file()).as(what).isEqualTo(sample);
      // Only what jhdf throws may come as a surprise; every other refusal was foreseen.
      if (!List.of("HDF5 structure").contains(refusal.part())) {
        assertThat(refusal.getCause()).as(what).isNull();
      }
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    assertThat(seconds).as(what).isLessThan(SLOWEST_SECONDS);
  }

  private static byte[] content(String sample) {
    return Built.NAMES.contains(sample) ? Built.bytes(sample) : Samples.shipped(sample);
  }
}
