package dev.cantilever.agent.web.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Outlet;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchingTest {

  private static final RunId DESK = new RunId("desk");

  @TempDir private Path folder;

  @Test
  void aRemarkTellsThatAStreamWithoutEntriesLives() throws Exception {
    Home home = home("one word");
    try (Watching watching = new Watching(home, 1, 50)) {
      Counting out = new Counting(5);
      Thread watcher = watcher(watching, out);
      watcher.join(10_000);
      assertThat(out.text()).contains("id: 0\nevent: CUSTOM\n").contains("\n\n:\n\n:\n\n");
    }
  }

  @Test
  void theLastPlaceIsGivenOnceAndFreeAgainWhenWhoHadItLeaves() throws Exception {
    Home home = home("one word");
    try (Watching watching = new Watching(home, 1, 50)) {
      Counting out = new Counting(20);
      Thread watcher = watcher(watching, out);
      while (out.text().isEmpty()) {
        Thread.sleep(5);
      }
      assertThat(watching.watch(DESK, Optional.empty())).isEmpty();
      watcher.join(10_000);
      assertThat(watching.watch(DESK, Optional.empty())).isPresent();
    }
  }

  private static Thread watcher(Watching watching, Outlet out) {
    Reply.Stream stream = (Reply.Stream) watching.watch(DESK, Optional.empty()).orElseThrow();
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                stream.streaming().into(out);
              } catch (IOException left) {
                return;
              }
            });
  }

  private Home home(String word) {
    Home home = new Home(folder, InstantSource.system());
    try (RunLog log = home.openDesk()) {
      log.append(Actor.RUNTIME, List.of(new ChatEvent.Said(word)), List.of());
    }
    return home;
  }

  /** Leaves after so many writes. */
  private static final class Counting implements Outlet {

    private final StringBuilder text = new StringBuilder();
    private int left;

    Counting(int most) {
      this.left = most;
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
      if (left-- <= 0) {
        throw new IOException("left");
      }
      text.append(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void send(ByteBuffer bytes, Runnable sent, Runnable failed) {
      byte[] chunk = new byte[bytes.remaining()];
      bytes.get(chunk);
      try {
        write(chunk);
      } catch (IOException gone) {
        failed.run();
        return;
      }
      sent.run();
    }

    @Override
    public void cut() {
      // there is no connection
    }

    synchronized String text() {
      return text.toString();
    }
  }
}
