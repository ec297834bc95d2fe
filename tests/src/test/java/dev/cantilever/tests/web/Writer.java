package dev.cantilever.tests.web;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;

/** Somebody who writes a journal with as much as a test needs, beside whoever reads it. */
public final class Writer implements AutoCloseable {

  private final RunLog log;

  private Writer(RunLog log) {
    this.log = log;
  }

  /** A run that has begun. */
  public static Writer of(Home home) {
    RunId run = home.newRun();
    Writer writer = new Writer(home.open(run));
    Plan plan = new Plan("nothing", List.of());
    writer.append(
        new RunEvent.Opened(
            "test",
            plan,
            "sha256:" + "0".repeat(64),
            List.of(),
            Optional.empty(),
            Optional.empty()));
    return writer;
  }

  public RunId run() {
    return log.id();
  }

  long size() {
    return log.size();
  }

  void append(dev.cantilever.vocabulary.event.Event... events) {
    log.append(Actor.RUNTIME, List.of(events), List.of());
  }

  /** Words that mean nothing to a run. */
  public void say(String words) {
    append(new ChatEvent.Said(words));
  }

  /** The last entry, and the seal. */
  public void end() {
    append(new RunEvent.Ended(RunStatus.COMPLETED, ""));
    log.seal();
  }

  @Override
  public void close() {
    log.close();
  }
}
