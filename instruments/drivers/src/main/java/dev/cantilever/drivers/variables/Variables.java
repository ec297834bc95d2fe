package dev.cantilever.drivers.variables;

import java.io.IOException;

/**
 * Numbers of a control system by their names. Every call ends at a deadline of the implementation,
 * and what is put is put once, whatever becomes of the link.
 */
public interface Variables extends AutoCloseable {

  /** The number of a variable; not a number where it has another type or no valid value. */
  double number(String name) throws IOException;

  /** What the other side says under a name, a number as the JDK writes it; to tell who it is. */
  String text(String name) throws IOException;

  /** Makes sure that a variable is there to be put, before anybody tries. */
  void meet(String name) throws IOException;

  /** Puts a number and waits until the other side says that it has processed it. */
  void put(String name, double value) throws IOException;

  @Override
  void close();
}
