package dev.cantilever.drivers.ledger;

import java.util.List;

/**
 * How the particulars of a deed stand in the fields of a ledger line. What is written must read
 * back equal, bit for bit.
 *
 * @param <P> what one kind of instrument has to say of a deed
 */
public interface LineForm<P> {

  /** Fields without tabs or ends of line. */
  List<String> write(P particulars);

  /**
   * The inverse of {@link #write}.
   *
   * @throws IllegalArgumentException where the fields say nothing
   */
  P read(List<String> fields);
}
