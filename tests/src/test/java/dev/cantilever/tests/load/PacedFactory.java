package dev.cantilever.tests.load;

import dev.cantilever.drivers.replay.LoopGridFactory;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;

/** The replayed force microscope at the pace of an instrument that measures ten times a second. */
public final class PacedFactory implements DriverFactory {

  @Override
  public String kind() {
    return "test.paced";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    return new PacedDriver(new LoopGridFactory().open(setup), setup.directory());
  }
}
