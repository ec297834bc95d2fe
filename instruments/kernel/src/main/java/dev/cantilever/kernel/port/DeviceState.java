package dev.cantilever.kernel.port;

/** What an instrument as a whole is doing. */
public enum DeviceState {
  OFFLINE,
  CONNECTING,
  READY,
  BUSY,
  PAUSED,
  /** It reports a fault of its own, which stays until it is cleared. */
  FAULT,
  /** Stopped by hand or by a guard; a person must go there. */
  STOPPED,
  /** The link was lost with a command in flight; everything must be read again first. */
  UNKNOWN
}
