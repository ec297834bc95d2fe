package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import java.util.List;

/** One convention of laying data out in HDF5. */
interface Dialect {

  FileFormat format();

  /** The datasets of a file in this convention; none where the file follows another. */
  List<Dataset> datasets(HdfTree tree, Reading reading);
}
