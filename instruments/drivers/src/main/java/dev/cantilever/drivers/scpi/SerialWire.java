package dev.cantilever.drivers.scpi;

import com.fazecast.jSerialComm.SerialPort;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A serial port with eight data bits, no parity and one stop bit. The library's time-outs are not
 * trusted (its write time-out works on Windows only, a time-out of zero blocks for ever, closing
 * may block): reading, writing, opening and closing each happen on a thread of their own and are
 * waited for no longer than our deadline.
 */
final class SerialWire implements Wire {

  private static final int READ_MILLIS = 20;
  private static final int LONGEST_BACKLOG = 1 << 16;
  private static final int GONE = -1;
  private static final TimeSpan CLOSING = new TimeSpan(0.05);

  private final SerialPort port;
  private final BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>(LONGEST_BACKLOG);
  private volatile boolean closed;

  private SerialWire(SerialPort port) {
    this.port = port;
  }

  static SerialWire open(String path, int baud, Deadline deadline) throws IOException {
    SerialPort port = Bounded.call("opening " + path, deadline, () -> opened(path, baud));
    SerialWire wire = new SerialWire(port);
    Bounded.start("serial-read", wire::pump);
    return wire;
  }

  private static SerialPort opened(String path, int baud) throws IOException {
    SerialPort port = SerialPort.getCommPort(path);
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
    if (!port.openPort(0)) {
      throw new IOException("the port %s cannot be opened".formatted(path));
    }
    return port;
  }

  private void pump() {
    byte[] chunk = new byte[256];
    boolean there = true;
    while (there && !closed) {
      int count = port.readBytes(chunk, chunk.length);
      there = count >= 0 && port.isOpen();
      for (int i = 0; i < count; i++) {
        there &= arrived.offer(chunk[i] & 0xff);
      }
    }
    while (!arrived.offer(GONE)) {
      arrived.clear(); // nobody reads so much; what matters is that it ended
    }
  }

  @Override
  public OptionalInt read(Deadline deadline) throws IOException {
    try {
      Integer next = arrived.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return OptionalInt.empty();
      }
      if (next == GONE) {
        throw new IOException("the serial port has gone");
      }
      return OptionalInt.of(next);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was interrupted", interrupted);
    }
  }

  @Override
  public void write(byte[] bytes, Deadline deadline) throws IOException {
    if (closed) {
      throw new NothingSent("the serial port is closed");
    }
    byte[] own = Arrays.copyOf(bytes, bytes.length);
    int count =
        Bounded.call("writing to the port", deadline, () -> port.writeBytes(own, own.length));
    if (count != own.length) {
      throw new IOException("the serial port took %d of %d bytes".formatted(count, own.length));
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      Bounded.call("closing the port", Deadline.within(CLOSING), port::closePort);
    } catch (IOException late) {
      // left behind; opening it again says whether it matters
    }
  }
}
