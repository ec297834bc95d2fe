package dev.cantilever.tools.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sample files: small ones stand beside this class, the others in a folder that {@code
 * -Dformat.samples=DIR} names. Tests that need one of those are skipped, with the reason, where it
 * is absent.
 */
final class Samples {

  /** Those that are always there. */
  static final List<String> SHIPPED =
      List.of(
          "tiny_10x10.ibw",
          "force_curve_mfp3d.ibw",
          "pfm_128_4ch.gwy",
          "chip.gsf",
          "EELS_STO.dm3",
          "EELS_STO.dm4",
          "EELS_STO.hf5",
          "SingFreqPFM_0003.h5",
          "sparse_sampling.h5",
          "AFM_Force_Curve.h5",
          "iv_forward_backward.dat",
          "SI-EDS.emd",
          "earliest.h5",
          "latest.h5",
          "nexus.nxs",
          "ncem.emd");

  private static final String FOLDER = "format.samples";

  private Samples() {}

  static byte[] shipped(String name) {
    try (InputStream stream = Samples.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A sample by its path in the folder, from beside this class where it is shipped. */
  static byte[] bytes(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (SHIPPED.contains(name)) {
      return shipped(name);
    }
    try {
      return Files.readAllBytes(folder().resolve(path));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The folder of the large samples; the test that asks for it is skipped where there is none. */
  static Path folder() {
    String folder = System.getProperty(FOLDER, "");
    assumeTrue(
        !folder.isEmpty(),
        "the large samples are not here; -D" + FOLDER + "=DIR says where they are");
    return Path.of(folder);
  }

  static List<String> lines(String resource) {
    return new String(shipped(resource), StandardCharsets.UTF_8).lines().toList();
  }
}
