package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.second.SecondCheck;

/** The envelope in force, or why there is none; without one nothing can be written. */
public sealed interface EnvelopeStatus {

  /**
   * It was read and is valid.
   *
   * @param hash SHA-256 of the file as it lay on disk
   * @param second the same numbers, read on another way
   */
  record Loaded(Envelope envelope, String hash, SecondCheck second) implements EnvelopeStatus {

    /** Not from a file, and therefore without a second check. */
    public Loaded(Envelope envelope, String hash) {
      this(envelope, hash, SecondCheck.none());
    }
  }

  /** It is missing, empty or broken; {@code reason} says which, for a person. */
  record Missing(String reason) implements EnvelopeStatus {}
}
