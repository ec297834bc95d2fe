package dev.cantilever.drivers.scpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The supply's side of a wire, byte by byte, with the faults that wires have: a cut at a chosen
 * byte of either direction, and silence.
 */
final class Front {

  /** Cuts the wire. */
  interface Scissors {
    void cut() throws IOException;
  }

  final Supply supply;
  private long bytesIn;
  private long bytesOut;
  private long cutIn = Long.MAX_VALUE;
  private long cutOut = Long.MAX_VALUE;
  private String silentFrom = "";
  private boolean silent;
  private int cuts;

  Front(Supply supply) {
    this.supply = supply;
  }

  /** Cuts once, when so many bytes more have come or gone. */
  synchronized void cutAfter(long in, long out) {
    cutIn = in == Long.MAX_VALUE ? in : bytesIn + in;
    cutOut = out == Long.MAX_VALUE ? out : bytesOut + out;
  }

  /** Says nothing more from when it hears this line on; hears no more either. */
  synchronized void freezeAt(String line) {
    silentFrom = line;
  }

  synchronized void thaw() {
    silentFrom = "";
    silent = false;
  }

  synchronized long bytesIn() {
    return bytesIn;
  }

  synchronized long bytesOut() {
    return bytesOut;
  }

  synchronized int cuts() {
    return cuts;
  }

  void serve(InputStream in, OutputStream out, Scissors scissors) throws IOException {
    StringBuilder line = new StringBuilder();
    while (!isDue()) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      count();
      if (next == '\n') {
        if (!answer(line.toString(), out)) {
          break;
        }
        line.setLength(0);
      } else {
        line.append((char) next);
      }
    }
    synchronized (this) {
      cutIn = Long.MAX_VALUE;
      cutOut = Long.MAX_VALUE;
      cuts++;
    }
    scissors.cut();
  }

  private synchronized void count() {
    bytesIn++;
  }

  private synchronized boolean isDue() {
    return bytesIn >= cutIn || bytesOut >= cutOut;
  }

  /** False where the wire is to be cut now. */
  private boolean answer(String line, OutputStream out) throws IOException {
    synchronized (this) {
      silent |= !silentFrom.isEmpty() && line.startsWith(silentFrom);
      if (silent) {
        return true;
      }
    }
    String answer = supply.tell(line);
    if (answer.isEmpty()) {
      return true;
    }
    for (byte one : (answer + "\n").getBytes(StandardCharsets.ISO_8859_1)) {
      if (isDue()) {
        return false;
      }
      out.write(one);
      out.flush();
      synchronized (this) {
        bytesOut++;
      }
    }
    return true;
  }
}
