package dev.cantilever.agent.web.chat;

import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.web.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** All talks of the page, the most recent kept, each of one caller and one window. */
public final class Talks implements AutoCloseable {

  private static final int MOST = 64;
  private static final int THREADS = 2;
  private static final int WAITING = 16;

  private final Planning planning;
  private final ToolDesk desk;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("cantilever-web-talk-", 0).factory());
  private final Map<Key, Talk> talks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Talk> eldest) {
          return size() > MOST;
        }
      };

  private record Key(String caller, String window) {}

  /**
   * Who turns sentences into plans.
   *
   * @param seed for the random choices of what is planned, unless a sentence says another
   */
  public record Planning(Function<Consumer<String>, Planner> made, long seed) {

    Planner planner(Consumer<String> watcher) {
      return made.apply(watcher);
    }
  }

  /** None yet, at one desk. */
  public Talks(Planning planning, ToolDesk desk) {
    this.planning = planning;
    this.desk = desk;
  }

  /**
   * Says something in a talk, in a thread of the talks.
   *
   * @throws java.util.concurrent.RejectedExecutionException where too many wait
   */
  Answering say(Caller caller, String window, String sentence) {
    Talk talk = talk(new Key(caller.name(), window), caller);
    Answering answering = new Answering();
    threads.execute(() -> answering.made(() -> talk.say(sentence, answering::draft)));
    return answering;
  }

  private synchronized Talk talk(Key key, Caller caller) {
    return talks.computeIfAbsent(key, none -> new Talk(planning, desk, caller.actor()));
  }

  /** A plan has begun to run; the talk in which it was proposed goes on from there. */
  public void ran(String hash) {
    all().forEach(talk -> talk.ran(hash));
  }

  /** Whether a plan was proposed in a talk and is declined now. */
  public boolean decline(String hash) {
    return all().stream().anyMatch(talk -> talk.decline(hash));
  }

  private synchronized List<Talk> all() {
    return new ArrayList<>(talks.values());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
