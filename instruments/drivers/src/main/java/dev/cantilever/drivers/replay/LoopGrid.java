package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.setup.ContentHash;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.reading.Spectrum;
import io.jhdf.HdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * One hysteresis loop for every site of a rectangular grid, read from HDF5 in the pyNSID layout: a
 * dataset of shape (X, Y, Voltage) with its scales {@code X}, {@code Y} in metres and {@code
 * Voltage} in volts beside it. The first axis is taken as rows, as the published analysis of this
 * data does.
 */
final class LoopGrid implements GroundTruth {

  private final SiteGrid sites;
  private final Axis bias;
  private final double[][][] response;
  private final String hash;

  private LoopGrid(SiteGrid sites, Axis bias, double[][][] response, String hash) {
    this.sites = sites;
    this.bias = bias;
    this.response = response;
    this.hash = hash;
  }

  /**
   * Reads a data set that ships with this module.
   *
   * @param resource name of the file beside this class
   * @param dataset path of the dataset inside the file
   * @throws ConnectionFailure where it is missing or not of the described layout
   */
  static LoopGrid read(String resource, String dataset) {
    try (InputStream stream = LoopGrid.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new ConnectionFailure("data set \"" + resource + "\" is not shipped");
      }
      return parse(stream.readAllBytes(), dataset);
    } catch (IOException | HdfException | ClassCastException failure) {
      throw new ConnectionFailure("data set \"" + resource + "\" cannot be read", failure);
    }
  }

  private static LoopGrid parse(byte[] file, String dataset) throws IOException {
    String folder = dataset.substring(0, dataset.lastIndexOf('/') + 1);
    try (HdfFile hdf = HdfFile.fromBytes(file)) {
      double[][][] response = (double[][][]) hdf.getDatasetByPath(dataset).getData();
      double[] rows = (double[]) hdf.getDatasetByPath(folder + "X").getData();
      double[] columns = (double[]) hdf.getDatasetByPath(folder + "Y").getData();
      double[] volts = (double[]) hdf.getDatasetByPath(folder + "Voltage").getData();
      SiteGrid sites =
          new SiteGrid(
              response.length,
              response[0].length,
              new Length(columns[columns.length - 1] - columns[0]),
              new Length(rows[rows.length - 1] - rows[0]));
      return new LoopGrid(
          sites, new Axis("bias", "V", Series.of(volts)), response, ContentHash.of(file));
    }
  }

  SiteGrid sites() {
    return sites;
  }

  /** The greatest bias that was applied. */
  double biasAmplitudeVolts() {
    return Arrays.stream(bias.values().toArray()).map(Math::abs).max().orElseThrow();
  }

  int steps() {
    return bias.values().size();
  }

  String hash() {
    return hash;
  }

  @Override
  public Spectrum spectrum(int site) {
    Series values = Series.of(response[sites.row(site)][sites.column(site)]);
    Quality quality = values.isFinite() ? Quality.GOOD : Quality.BAD;
    return new Spectrum(bias, new Axis("piezoresponse", "a.u.", values), quality);
  }
}
