package dev.cantilever.tests.load;

import dev.cantilever.tests.web.Writer;
import dev.cantilever.tools.home.Home;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Eight runs that no stop ends, each written ten times a second with as much as a campaign writes,
 * and a crowd that watches them.
 */
final class Streams implements AutoCloseable {

  private static final long PERIOD_NANOS = 100_000_000L;
  private static final int ENTRIES = 7;
  private static final String WORDS = "x".repeat(300);

  private final List<Writer> writers;
  private final Gathering gathering;
  private final Thread writing;
  private volatile boolean ends;

  private Streams(List<Writer> writers, Gathering gathering) {
    this.writers = writers;
    this.gathering = gathering;
    this.writing = Thread.ofPlatform().start(this::write);
  }

  static Streams watched(Laboratory laboratory, int many) throws IOException {
    Home home = new Home(laboratory.home(), InstantSource.system());
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < Laboratory.INSTRUMENTS; i++) {
      writers.add(Writer.of(home));
    }
    List<String> runs = writers.stream().map(writer -> writer.run().value()).toList();
    return new Streams(writers, Gathering.of(laboratory, runs, many));
  }

  private void write() {
    long due = System.nanoTime();
    while (!ends) {
      for (Writer writer : writers) {
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        for (int i = 0; i < ENTRIES; i++) {
          writer.say(WORDS);
        }
        due += PERIOD_NANOS / writers.size();
      }
    }
    writers.forEach(Writer::end);
  }

  /** Ends the runs, and tells how many entries were lost to one or another. */
  long end() throws IOException, InterruptedException {
    ends = true;
    writing.join();
    return gathering.seen().lost();
  }

  @Override
  public void close() {
    ends = true;
    gathering.close();
    writers.forEach(Writer::close);
  }
}
