package dev.cantilever.kernel.port;

/** Makes drivers of one kind; named in {@code META-INF/services}. */
public interface DriverFactory {

  /** The kind that an instrument profile asks for, for example {@code replay.pfm-loop-grid}. */
  String kind();

  /**
   * Whether nothing stands behind it but the folder of its setup, so that a copy of the folder is
   * an instrument of its own on which plans can be rehearsed.
   */
  default boolean isSimulated() {
    return false;
  }

  /**
   * Connects.
   *
   * @throws ConnectionFailure where the instrument, its data or its ledger cannot be used
   */
  Driver open(DriverSetup setup);
}
