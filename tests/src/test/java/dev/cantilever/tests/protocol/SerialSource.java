package dev.cantilever.tests.protocol;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A voltage source at the far end of a pseudo-terminal pair, with a cable that comes off at a
 * chosen byte. It does not notice that: half a line stays in its buffer until the rest of another
 * comes. It keeps a record of every setting that it made.
 */
final class SerialSource implements AutoCloseable {

  static final String REMEDY = "apt-get install socat";
  private static final long NEVER = Long.MAX_VALUE;

  private final Path near;
  private final Path far;
  private final StringBuilder buffer = new StringBuilder();
  private final List<String> settings = new ArrayList<>();
  private String volts = "0";
  private String error = "0,\"No error\"";
  private long in;
  private long out;
  private long cutIn = NEVER;
  private long cutOut = NEVER;
  private volatile Process cable;
  private volatile boolean ends;

  SerialSource(Path directory) throws IOException {
    near = directory.resolve("near");
    far = directory.resolve("far");
    plugIn();
    Thread thread = new Thread(this::live, "serial-source");
    thread.setDaemon(true);
    thread.start();
  }

  Path port() {
    return near;
  }

  void plugIn() throws IOException {
    cable =
        Programs.start(
            "socat", REMEDY, List.of("pty,raw,echo=0,link=" + far, "pty,raw,echo=0,link=" + near));
    Bench.await("a cable", () -> Files.exists(near) && Files.exists(far));
  }

  boolean isPlugged() {
    return cable.isAlive();
  }

  private void pull() {
    Programs.end(cable);
    try {
      Files.deleteIfExists(near);
      Files.deleteIfExists(far);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Pulls the cable once so many bytes more have come in, or gone out. */
  synchronized void pullAfter(long moreIn, long moreOut) {
    cutIn = moreIn == NEVER ? NEVER : in + moreIn;
    cutOut = moreOut == NEVER ? NEVER : out + moreOut;
  }

  synchronized long[] bytes() {
    return new long[] {in, out};
  }

  synchronized long times(String setting) {
    return settings.stream().filter(setting::equals).count();
  }

  private void live() {
    while (!ends) {
      try (FileInputStream from = new FileInputStream(far.toFile());
          FileOutputStream to = new FileOutputStream(far.toFile())) {
        for (int next = from.read(); next >= 0; next = from.read()) {
          hear((char) next, to);
        }
      } catch (IOException unplugged) {
        Thread.onSpinWait();
      }
    }
  }

  private synchronized void hear(char next, FileOutputStream to) throws IOException {
    in++;
    if (in >= cutIn) {
      comeOff();
    }
    if (next != '\n') {
      buffer.append(next);
      return;
    }
    String line = buffer.toString();
    buffer.setLength(0);
    String answer = answer(line);
    for (byte one : answer.getBytes(StandardCharsets.US_ASCII)) {
      if (out >= cutOut) {
        comeOff();
      }
      to.write(one);
      out++;
    }
  }

  private void comeOff() {
    cutIn = NEVER;
    cutOut = NEVER;
    pull();
  }

  private String answer(String line) {
    if (line.matches("VOLT [0-9.]+")) {
      volts = line.substring(5);
      settings.add(line);
      return "";
    }
    return switch (line) {
      case "*IDN?" -> "Example,VS1,17,1.0\n";
      case "VOLT?" -> volts + "\n";
      case "OUTP OFF" -> "";
      case "SYST:ERR?" -> {
        String oldest = error;
        error = "0,\"No error\"";
        yield oldest + "\n";
      }
      default -> {
        error = "-113,\"Undefined header\"";
        yield "";
      }
    };
  }

  @Override
  public void close() {
    ends = true;
    pull();
  }
}
