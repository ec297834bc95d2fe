package dev.cantilever.tools.file;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.ReadLimits;
import dev.cantilever.tools.file.content.UnreadableFile;
import dev.cantilever.tools.file.gatan.GatanReader;
import dev.cantilever.tools.file.gwyddion.GwyddionReader;
import dev.cantilever.tools.file.gwyddion.SimpleFieldReader;
import dev.cantilever.tools.file.hdf.HdfReader;
import dev.cantilever.tools.file.igor.IgorWaveReader;
import dev.cantilever.tools.file.nanonis.GridReader;
import dev.cantilever.tools.file.nanonis.ScanReader;
import dev.cantilever.tools.file.nanonis.SpectrumReader;
import dev.cantilever.tools.file.nanosurf.NanosurfReader;
import dev.cantilever.tools.file.text.CsvReader;
import dev.cantilever.tools.file.tiff.TiffReader;
import java.nio.file.Path;

/**
 * Reads a microscopy file of any known format, told by its first bytes and not by its name.
 *
 * <p>Every outcome but success is an {@link UnreadableFile}: truncated, damaged and hostile files
 * too. What a reader did not foresee is turned into one as well, with the exception as its cause.
 */
public final class FileReader {

  private static final int HEAD = 4_096;

  private FileReader() {}

  public static MicroscopyFile read(Path file) {
    return read(file, ReadLimits.DEFAULT);
  }

  public static MicroscopyFile read(Path file, ReadLimits limits) {
    try (Reading reading = Reading.open(file, limits)) {
      return guarded(reading);
    }
  }

  /**
   * Reads what was received from elsewhere.
   *
   * @param name what to call it in a refusal
   */
  public static MicroscopyFile read(String name, byte[] content, ReadLimits limits) {
    try (Reading reading = Reading.of(name, content, limits)) {
      return guarded(reading);
    }
  }

  private static MicroscopyFile guarded(Reading reading) {
    try {
      return recognised(reading);
    } catch (UnreadableFile refusal) {
      throw refusal;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError failure) {
      throw new UnreadableFile(
          reading.file(), "content", failure.toString(), "a file as its format describes", failure);
    }
  }

  private static MicroscopyFile recognised(Reading reading) {
    byte[] head = reading.head(HEAD);
    if (HdfReader.recognises(head)) {
      return HdfReader.read(reading);
    } else if (GwyddionReader.recognises(head)) {
      return GwyddionReader.read(reading);
    } else if (SimpleFieldReader.recognises(head)) {
      return SimpleFieldReader.read(reading);
    } else if (ScanReader.recognises(head)) {
      return ScanReader.read(reading);
    } else if (GridReader.recognises(head)) {
      return GridReader.read(reading);
    } else if (SpectrumReader.recognises(head)) {
      return SpectrumReader.read(reading);
    } else if (NanosurfReader.recognises(head)) {
      return NanosurfReader.read(reading);
    } else if (TiffReader.recognises(head)) {
      return TiffReader.read(reading);
    } else if (GatanReader.recognises(head)) {
      return GatanReader.read(reading);
    } else if (IgorWaveReader.recognises(head)) {
      return IgorWaveReader.read(reading);
    } else if (isText(head)) {
      return CsvReader.read(reading);
    }
    throw reading.refusal("first bytes", hexadecimal(head), "the start of a known format");
  }

  /** Text has no control characters but those that lay out lines. */
  private static boolean isText(byte[] head) {
    for (byte each : head) {
      if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return head.length > 0;
  }

  private static String hexadecimal(byte[] head) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(8, head.length); i++) {
      text.append(String.format("%02x ", head[i]));
    }
    return text.toString().strip();
  }
}
