package dev.cantilever.tools.tool;

import java.util.List;

/** What is known of a call after a crash between its intent and its outcome. */
public sealed interface Recalled<O extends Record> {

  /** It was done, and this is its result, with the data that it cites. */
  record Done<O extends Record>(O output, List<byte[]> blobs, String evidence)
      implements Recalled<O> {

    public Done {
      blobs = List.copyOf(blobs);
    }
  }

  /** It never happened. */
  record NeverHappened<O extends Record>(String evidence) implements Recalled<O> {}

  /** Nobody knows; a person must look. */
  record CannotTell<O extends Record>(String reason) implements Recalled<O> {}
}
