package dev.cantilever.tools.file;

import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.gwyddion.GwyddionWriter;
import dev.cantilever.tools.file.gwyddion.SimpleFieldWriter;
import dev.cantilever.tools.file.hdf.writing.NsidWriter;
import dev.cantilever.tools.file.text.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes datasets in the formats of others. A file appears under its name whole or not at all.
 *
 * <p>NSID and NeXus are one file: it satisfies both conventions. The kinds that are not written are
 * those that a maker keeps to itself, and TIFF.
 */
public final class FileWriter {

  private FileWriter() {}

  /**
   * @param format one of NSID, NEXUS, GWYDDION, GWYDDION_SIMPLE_FIELD and CSV
   * @throws IllegalArgumentException where the format cannot hold these datasets, or is not written
   * @throws UncheckedIOException where the disk fails
   */
  public static void write(MicroscopyFile file, FileFormat format, Path target) {
    Path beside = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        write(file, format, out);
      }
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + target, failure);
    } finally {
      discard(beside);
    }
  }

  /** Writes into a stream, which stays open. */
  public static void write(MicroscopyFile file, FileFormat format, OutputStream out)
      throws IOException {
    switch (format) {
      case NSID, NEXUS -> NsidWriter.write(file, out);
      case GWYDDION -> GwyddionWriter.write(file, out);
      case GWYDDION_SIMPLE_FIELD -> SimpleFieldWriter.write(file, out);
      case CSV -> CsvWriter.write(file, out);
      case IGOR_WAVE,
          NANONIS_SCAN,
          NANONIS_GRID,
          NANONIS_SPECTRUM,
          NANOSURF,
          GATAN,
          VELOX,
          NCEM,
          USID,
          HDF5,
          TIFF ->
          throw new IllegalArgumentException(
              format.title() + " is not written; NSID, Gwyddion, simple field and CSV are");
    }
  }

  private static void discard(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot remove " + beside, failure);
    }
  }
}
