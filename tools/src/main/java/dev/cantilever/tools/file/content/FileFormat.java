package dev.cantilever.tools.file.content;

/** The kinds of microscopy file that are known, by the name a microscopist would use. */
public enum FileFormat {
  IGOR_WAVE("Igor binary wave"),
  GWYDDION("Gwyddion file"),
  GWYDDION_SIMPLE_FIELD("Gwyddion simple field"),
  NANONIS_SCAN("Nanonis scan (SXM)"),
  NANONIS_GRID("Nanonis grid spectroscopy (3DS)"),
  NANONIS_SPECTRUM("Nanonis spectrum (DAT)"),
  NANOSURF("Nanosurf image (NID)"),
  GATAN("Gatan DigitalMicrograph (DM3, DM4)"),
  VELOX("Velox EMD"),
  NCEM("NCEM EMD"),
  NSID("NSID HDF5"),
  USID("USID HDF5"),
  NEXUS("NeXus HDF5"),
  HDF5("HDF5"),
  TIFF("TIFF"),
  CSV("comma-separated values");

  private final String title;

  FileFormat(String title) {
    this.title = title;
  }

  /** The name shown to a person. */
  public String title() {
    return title;
  }
}
