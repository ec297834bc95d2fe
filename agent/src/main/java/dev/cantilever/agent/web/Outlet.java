package dev.cantilever.agent.web;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of a stream go. */
public interface Outlet {

  /**
   * Waits until they are on their way.
   *
   * @throws IOException where the other side is gone
   */
  void write(byte[] bytes) throws IOException;

  /**
   * Does not wait. One of the two is called, here and now or later from another thread; nothing
   * else may be sent before.
   */
  void send(ByteBuffer bytes, Runnable sent, Runnable failed);

  /** Ends the connection; from any thread. */
  void cut();
}
