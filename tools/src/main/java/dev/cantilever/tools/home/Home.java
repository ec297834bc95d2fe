package dev.cantilever.tools.home;

import dev.cantilever.tools.dispatch.RunArchive;
import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an installation: {@code desk/journal.db} for talk and for calls that act on no
 * instrument, {@code runs/run-0001/…} with one journal each, {@code instruments/<id>/…}.
 */
public final class Home implements RunArchive {

  private static final RunId DESK = new RunId("desk");

  private final Path root;
  private final InstantSource clock;

  /** The home at {@code root}, which is made when something is first written. */
  public Home(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /** The folder {@code data}, into which a person lays microscopy files. */
  @Override
  public DataFolder data() {
    return new DataFolder(root.resolve("data"));
  }

  /** The folder of the rehearsal of a plan: a home of its own. */
  public Path rehearsal(String planHash) {
    String hex = planHash.substring("sha256:".length());
    return root.resolve("rehearsals").resolve(hex.substring(0, 16));
  }

  public Path instruments() {
    return root.resolve("instruments");
  }

  /** The folder of the desk. */
  public Path desk() {
    return folder(DESK);
  }

  /** The folder of a run. */
  public Path folder(RunId run) {
    return run.equals(DESK) ? root.resolve("desk") : root.resolve("runs").resolve(run.value());
  }

  /** The journal file of a run. */
  public Path journal(RunId run) {
    return folder(run).resolve("journal.db");
  }

  /** The desk's journal, for writing. */
  public RunLog openDesk() {
    return RunLog.open(journal(DESK), DESK, clock);
  }

  /** A run that exists, for writing. */
  public RunLog open(RunId run) {
    return RunLog.open(journal(run), run, clock);
  }

  /** A run that exists, for reading. */
  public RunLog read(RunId run) {
    return RunLog.read(journal(run), run);
  }

  /** The entries of a run that exists, from any place on. */
  public Tail tail(RunId run) {
    return Tail.of(journal(run), run.value());
  }

  /** Whether there is a journal of that name, whatever its content. */
  public boolean has(RunId run) {
    return Files.exists(journal(run));
  }

  /** Whether a run has ended for good: its journal will never change. */
  public boolean isSealed(RunId run) {
    return Files.exists(folder(run).resolve("journal.seal"));
  }

  /** Runs that have begun, oldest first. */
  public List<RunId> runs() {
    return folders().stream()
        .filter(run -> find(run).flatMap(RunState::opened).isPresent())
        .toList();
  }

  /** Runs of which there is a journal, whatever its content, oldest first. */
  public List<RunId> folders() {
    Path folder = root.resolve("runs");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .map(path -> path.getFileName().toString())
          .filter(name -> RunId.FORM.matcher(name).matches())
          .sorted(Home::byNumber)
          .map(RunId::new)
          .filter(run -> Files.exists(journal(run)))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("the folder of runs cannot be read", failure);
    }
  }

  private static int byNumber(String a, String b) {
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }

  /** Makes the folder of a new run and names it. */
  public RunId newRun() {
    try {
      Path folder = Files.createDirectories(root.resolve("runs"));
      for (int number = 1; ; number++) {
        RunId run = new RunId("run-%04d".formatted(number));
        if (madeFolder(folder.resolve(run.value()))) {
          return run;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the folder of runs cannot be written", failure);
    }
  }

  private static boolean madeFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  @Override
  public Optional<RunState> find(RunId run) {
    if (!Files.exists(journal(run))) {
      return Optional.empty();
    }
    try (RunLog log = read(run)) {
      return Optional.of(log.state());
    } catch (JournalFailure | EventCodec.UnreadableEvent unreadable) {
      return Optional.empty(); // broken, or of another version; the other runs are not in its way
    }
  }

  @Override
  public Optional<byte[]> blob(RunId run, String hash) {
    if (!Files.exists(journal(run))) {
      return Optional.empty();
    }
    try (RunLog log = read(run)) {
      return log.blob(hash);
    }
  }

  @Override
  public boolean requestStop(RunId run, String reason) {
    boolean running =
        find(run).filter(s -> s.opened().isPresent() && s.ended().isEmpty()).isPresent();
    if (running) {
      try (RunLog log = open(run)) {
        log.append(Actor.RUNTIME, List.of(new RunEvent.StopRequested(reason)), List.of());
      }
    }
    return running;
  }
}
