package dev.cantilever.kernel.envelope;

/** The envelope in force, or why there is none; without one nothing can be written. */
public sealed interface EnvelopeStatus {

  /**
   * It was read and is valid.
   *
   * @param hash SHA-256 of the file as it lay on disk
   */
  record Loaded(Envelope envelope, String hash) implements EnvelopeStatus {}

  /** It is missing, empty or broken; {@code reason} says which, for a person. */
  record Missing(String reason) implements EnvelopeStatus {}
}
