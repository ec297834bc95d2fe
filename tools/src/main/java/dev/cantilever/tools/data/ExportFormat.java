package dev.cantilever.tools.data;

import dev.cantilever.tools.file.content.FileFormat;

/** A kind of file that is written for other programs. */
public enum ExportFormat {
  /** HDF5 that is NSID and NeXus at once. */
  NSID(FileFormat.NSID, "h5", "holds any datasets"),
  /** The same file. */
  NEXUS(FileFormat.NEXUS, "h5", "holds any datasets"),
  GWYDDION(FileFormat.GWYDDION, "gwy", "holds images on even grids, and curves"),
  GSF(FileFormat.GWYDDION_SIMPLE_FIELD, "gsf", "holds one image on an even grid"),
  CSV(FileFormat.CSV, "csv", "holds datasets that share their axes");

  private final FileFormat format;
  private final String ending;
  private final String holds;

  ExportFormat(FileFormat format, String ending, String holds) {
    this.format = format;
    this.ending = ending;
    this.holds = holds;
  }

  FileFormat format() {
    return format;
  }

  /** The full name of a file of this kind. */
  String named(String name) {
    return name + "." + ending;
  }

  /** What such a file can hold, as the end of a sentence. */
  String holds() {
    return holds;
  }
}
