package dev.cantilever.kernel.port;

/** Makes drivers of one kind; named in {@code META-INF/services}. */
public interface DriverFactory {

  /** The kind that an instrument profile asks for, for example {@code replay.pfm-loop-grid}. */
  String kind();

  /**
   * Connects.
   *
   * @throws ConnectionFailure where the instrument, its data or its ledger cannot be used
   */
  Driver open(DriverSetup setup);
}
