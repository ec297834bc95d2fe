package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions that change nothing, asked at most three times. */
final class Reader {

  private static final int ATTEMPTS = 3;
  private static final double FIRST_PAUSE_SECONDS = 0.01;
  private static final int MOST_ERRORS = 64;
  private static final Pattern ERROR = Pattern.compile("\\s*([+-]?[0-9]{1,6})\\s*(?:,.*)?");

  private final Link link;
  private final Optional<String> errors;

  Reader(Link link, Optional<String> errors) {
    this.link = link;
    this.errors = errors;
  }

  /** A number; not a number where only garbage came. A link that is lost is made anew. */
  double patiently(Query query, Deadline deadline) throws IOException {
    IOException failure = null;
    for (int i = 0; i < ATTEMPTS && !deadline.hasPassed(); i++) {
      pauseBefore(i, deadline);
      try {
        link.ready(deadline);
        failure = null;
        double value = query.number(link.ask(query.text(), deadline));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (IOException lost) {
        failure = lost;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Double.NaN;
  }

  /** The same over the link as it stands: with a command in flight, losing it decides. */
  double steadily(Query query, Deadline deadline) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      pauseBefore(i, deadline);
      double value = query.number(link.ask(query.text(), deadline));
      if (Double.isFinite(value)) {
        return value;
      }
    }
    return Double.NaN;
  }

  private static void pauseBefore(int attempt, Deadline deadline) {
    if (attempt > 0) {
      deadline.pause(new TimeSpan(FIRST_PAUSE_SECONDS * (1 << attempt)));
    }
  }

  /** The oldest error that the instrument has to report; takes it off the queue. */
  DeviceError error(Deadline deadline) throws IOException {
    if (errors.isEmpty()) {
      return new DeviceError(0);
    }
    Matcher answer = ERROR.matcher(link.ask(errors.get(), deadline));
    if (!answer.matches()) {
      throw new IOException("the error queue answers nothing that can be read");
    }
    return new DeviceError(Integer.parseInt(answer.group(1)));
  }

  /** Empties the error queue, so that what it says next is about what comes next. */
  void forgetErrors(Deadline deadline) throws IOException {
    for (int i = 0; i < MOST_ERRORS; i++) {
      if (error(deadline).isNone()) {
        return;
      }
    }
    throw new IOException("the error queue does not become empty");
  }
}
