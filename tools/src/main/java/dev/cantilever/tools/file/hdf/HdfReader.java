package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.content.UnreadableFile;
import java.util.Arrays;
import java.util.List;

/** Reads HDF5 files in the first of the known conventions that finds a dataset in them. */
public final class HdfReader {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int[] STARTS = {0, 512, 1024, 2048};

  private static final List<Dialect> DIALECTS =
      List.of(
          new VeloxDialect(),
          new NcemDialect(),
          new NsidDialect(),
          new UsidDialect(),
          new NexusDialect(),
          new PlainDialect());

  private HdfReader() {}

  public static boolean recognises(byte[] head) {
    return start(head) >= 0;
  }

  /**
   * Reads a file. What jhdf throws at a damaged file, of whatever kind, becomes a refusal here.
   *
   * @throws UnreadableFile and nothing else
   */
  public static MicroscopyFile read(Reading reading) {
    try {
      HdfTree tree = HdfTree.read(reading, start(reading.head(4_096)));
      for (Dialect dialect : DIALECTS) {
        List<Dataset> datasets = dialect.datasets(tree, reading);
        if (!datasets.isEmpty()) {
          return new MicroscopyFile(dialect.format(), datasets);
        }
      }
      String unread =
          tree.unreads().stream()
              .findFirst()
              .map(each -> each.path() + ": " + each.reason())
              .orElse("none");
      throw reading.refusal("HDF5 file", unread, "an array of numbers");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      throw refusal(reading, failure);
    }
  }

  /** Our own refusals come back wrapped by jhdf. */
  private static UnreadableFile refusal(Reading reading, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof UnreadableFile refusal) {
        return refusal;
      }
    }
    return new UnreadableFile(
        reading.file(),
        "HDF5 structure",
        failure.toString(),
        "a structure as the format describes",
        failure);
  }

  private static int start(byte[] head) {
    for (int start : STARTS) {
      int end = start + SIGNATURE.length;
      if (head.length >= end && Arrays.equals(head, start, end, SIGNATURE, 0, SIGNATURE.length)) {
        return start;
      }
    }
    return -1;
  }
}
