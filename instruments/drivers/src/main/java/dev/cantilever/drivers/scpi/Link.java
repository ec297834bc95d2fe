package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Lines to an instrument and back, over a wire that is opened again when it was lost. Whoever
 * answers is asked who it is before anything else, and given the stop that it is owed.
 *
 * <p>One thread asks at a time; {@link #shoutStop} comes from any, between two lines.
 */
final class Link implements AutoCloseable {

  private static final int LONGEST_REPLY = 4096;
  private static final int MOST_STALE_BYTES = 1 << 16;
  private static final int MOST_STALE_LINES = 20;
  private static final TimeSpan QUIET = new TimeSpan(0.02);

  private final Address address;
  private final Description description;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong stopsAsked = new AtomicLong();
  private long stopsDelivered;
  private volatile Wire wire;
  private volatile boolean identified;
  private volatile String known = "";
  private long lastSentNanos = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

  Link(Address address, Description description) {
    this.address = address;
    this.description = description;
  }

  /** Grows with every stop that was asked for. */
  long stops() {
    return stopsAsked.get();
  }

  /** Whether nobody knows that the last stop has arrived. */
  synchronized boolean owesStop() {
    return stopsDelivered < stopsAsked.get();
  }

  private synchronized void delivered(long stops) {
    stopsDelivered = Math.max(stopsDelivered, stops);
  }

  /** Connects where that is needed, and delivers a stop that is owed. */
  void ready(Deadline deadline) throws IOException {
    discardStale();
    if (wire == null) {
      connect(deadline);
    }
    if (owesStop()) {
      long asked = stopsAsked.get();
      for (String line : description.stop()) {
        send(line, deadline, () -> true);
      }
      identify(deadline);
      delivered(asked);
    }
  }

  private void connect(Deadline deadline) throws IOException {
    try {
      greet(deadline);
    } catch (IOException failure) {
      if (!(address instanceof Address.Serial) || deadline.hasPassed()) {
        throw failure;
      }
      // An instrument does not notice that its cable came off: half a line that it kept has spoilt
      // the first question, and its end has cleared it away.
      greet(deadline);
    }
  }

  private void greet(Deadline deadline) throws IOException {
    wire = address.open(deadline);
    try {
      identify(deadline);
      identified = true;
    } catch (IOException failure) {
      drop();
      throw failure;
    }
  }

  /**
   * Late replies of an earlier connection may come first over a serial line: they are passed over
   * until the answer comes that can only be the one to this question.
   */
  private void identify(Deadline deadline) throws IOException {
    send(description.name().question(), deadline, () -> true);
    Deadline patience = deadline.atMost(description.manners().replyWithin());
    String answer = "";
    for (int i = 0; i < MOST_STALE_LINES; i++) {
      try {
        answer = line(patience);
      } catch (IOException none) {
        throw answer.isEmpty() ? none : stranger(answer);
      }
      if (description.name().identity().matcher(answer).matches()
          && (known.isEmpty() || known.equals(answer))) {
        known = answer;
        if (address instanceof Address.Serial) {
          awaitQuiet(deadline);
        }
        return;
      }
    }
    drop();
    throw stranger(answer);
  }

  private IOException stranger(String answer) {
    String words = answer.replaceAll("[^\\x20-\\x7e]", "?");
    return new IOException(
        "asked who it is, it answered \"%s\"; expected was %s"
            .formatted(
                words.substring(0, Math.min(80, words.length())),
                known.isEmpty() ? description.name().identity() : known));
  }

  private void awaitQuiet(Deadline deadline) throws IOException {
    Wire open = open();
    for (int i = 0; i < MOST_STALE_BYTES; i++) {
      if (open.read(deadline.atMost(QUIET)).isEmpty()) {
        return;
      }
    }
  }

  /** Sends a line that asks nothing, and hears that it was taken where the instrument says so. */
  void tell(String line, Deadline deadline, BooleanSupplier still) throws IOException {
    discardStale();
    send(line, deadline, still);
    Optional<Pattern> expected = description.manners().acknowledgement();
    if (expected.isPresent()) {
      String answer = line(deadline.atMost(description.manners().replyWithin()));
      if (!expected.get().matcher(answer).matches()) {
        throw new IOException("the instrument did not acknowledge what was sent");
      }
    }
  }

  /** Sends a query and yields the one line that answers it. */
  String ask(String query, Deadline deadline) throws IOException {
    discardStale();
    send(query, deadline, () -> true);
    return line(deadline.atMost(description.manners().replyWithin()));
  }

  /** Whatever came unasked is no answer to what comes next. */
  private void discardStale() {
    Wire open = wire;
    if (open == null) {
      return;
    }
    Deadline now = new Deadline(System.nanoTime());
    try {
      for (int i = 0; i < MOST_STALE_BYTES; i++) {
        if (open.read(now).isEmpty()) {
          return;
        }
      }
      drop(); // it talks without end
    } catch (IOException gone) {
      drop();
    }
  }

  /**
   * Sends one line.
   *
   * @param still asked last, with nobody else able to send: whether it may still go
   * @throws NothingSent where not one byte of it left
   */
  void send(String line, Deadline deadline, BooleanSupplier still) throws IOException {
    Wire open = open();
    lockForWriting(deadline);
    try {
      long gap = Math.round(description.manners().gap().seconds() * 1e9);
      long wait = lastSentNanos + gap - System.nanoTime();
      if (wait > 0) {
        deadline.pause(new TimeSpan(wait * 1e-9));
      }
      if (!still.getAsBoolean()) {
        throw new NothingSent("the instrument was stopped before this was sent");
      }
      byte[] bytes =
          (line + description.manners().terminator()).getBytes(StandardCharsets.US_ASCII);
      write(open, bytes, deadline);
    } finally {
      lastSentNanos = System.nanoTime();
      writing.unlock();
    }
  }

  private void write(Wire open, byte[] bytes, Deadline deadline) throws IOException {
    try {
      open.write(bytes, deadline.atMost(description.manners().replyWithin()));
    } catch (IOException failure) {
      drop();
      throw failure;
    }
  }

  private void lockForWriting(Deadline deadline) throws IOException {
    try {
      if (!writing.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new NothingSent("another line is being sent");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NothingSent("sending was interrupted");
    }
  }

  private Wire open() throws NothingSent {
    Wire open = wire;
    if (open == null) {
      throw new NothingSent("the instrument is not connected");
    }
    return open;
  }

  private String line(Deadline deadline) throws IOException {
    Wire open = open();
    char end = description.manners().terminator().endsWith("\n") ? '\n' : '\r';
    StringBuilder text = new StringBuilder();
    try {
      while (text.length() <= LONGEST_REPLY) {
        OptionalInt next = open.read(deadline);
        if (next.isEmpty()) {
          throw new IOException("no reply came in time");
        }
        if (next.getAsInt() == end) {
          return text.toString().replaceAll("[\r\n]", "");
        }
        text.append(next.getAsInt() < 0x80 ? (char) next.getAsInt() : '\uFFFD');
      }
      throw new IOException("a reply of more than %d bytes".formatted(LONGEST_REPLY));
    } catch (IOException lost) {
      drop();
      throw lost;
    }
  }

  /** Asks for a stop and sends it at once where that can be; {@link #ready} makes sure of it. */
  void shoutStop(Deadline deadline) {
    stopsAsked.incrementAndGet();
    if (!identified) {
      return; // owed, as below; whoever is there now may be another instrument
    }
    try {
      for (String line : description.stop()) {
        send(line, deadline, () -> true);
      }
    } catch (IOException unsent) {
      // owed: delivered before anything else once the instrument can be reached
    }
  }

  private void drop() {
    Wire open = wire;
    identified = false;
    wire = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    drop();
  }
}
