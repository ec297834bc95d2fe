package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import java.util.List;
import java.util.Map;

/**
 * Connects instruments of the kind {@code replay.pfm-loop-grid}, the first that there was: a {@link
 * ReplayFactory replay} of one dataset of shape (X, Y, Voltage), with its scales {@code X}, {@code
 * Y} in metres and {@code Voltage} in volts beside it. The first axis is taken as rows, as the
 * published analysis of such data does. Options: {@code data} (file), {@code dataset} (path inside
 * it), {@code title}, {@code sample}, {@code time_per_site} (such as {@code 2.35 s}).
 */
public final class LoopGridFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of("data", "dataset", "title", "sample", "time_per_site");

  @Override
  public String kind() {
    return "replay.pfm-loop-grid";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    String dataset = options.text("dataset");
    String folder = dataset.substring(0, dataset.lastIndexOf('/') + 1);
    Map<String, String> grid =
        Map.of(
            "data",
            options.text("data"),
            "title",
            options.text("title"),
            "sample",
            options.text("sample"),
            "time_per_site",
            options.text("time_per_site"),
            "rows",
            folder + "X [m]",
            "columns",
            folder + "Y [m]",
            "sweep",
            "bias [V] = " + folder + "Voltage",
            "spm.loop",
            "piezoresponse [a.u.] = " + dataset);
    return ReplayFactory.openGrid(new DriverSetup(setup.instrument(), setup.directory(), grid));
  }
}
