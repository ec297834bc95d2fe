package dev.cantilever.tools.home;

import dev.cantilever.tools.checkpoint.Checkpoints;
import dev.cantilever.tools.checkpoint.SigningKey;
import dev.cantilever.tools.checkpoint.VerifierKey;
import dev.cantilever.tools.dispatch.RunArchive;
import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.journal.Evidence;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.rule.RuleFile;
import dev.cantilever.tools.rule.Rulebook;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.tools.run.RunAct;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.Standing;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an installation: {@code desk/journal.db} for talk and for calls that act on no
 * instrument, {@code runs/run-0001/…} with one journal each, {@code instruments/<id>/…}, {@code
 * keys} for the key that signs checkpoints and {@code checkpoints} for copies of them.
 */
public final class Home implements RunArchive {

  /** Names the journal of the desk. */
  public static final RunId DESK = new RunId("desk");

  private final Path root;
  private final InstantSource clock;
  private final HomeSettings settings;
  private SigningKey key;

  /** The home at {@code root}, which is made when something is first written. */
  public Home(Path root, InstantSource clock) {
    this(root, clock, HomeSettings.USUAL);
  }

  /** The same as an operator wants it. */
  public Home(Path root, InstantSource clock, HomeSettings settings) {
    this.root = root;
    this.clock = clock;
    this.settings = settings;
  }

  /** The time by the clock of this installation. */
  public Instant now() {
    return clock.instant();
  }

  /** How much happens here without a person. */
  public Autonomy autonomy() {
    return find(DESK).map(state -> state.desk().autonomy()).orElse(Autonomy.SUPERVISE);
  }

  /** Whom calls ask here: {@code rules.yaml}, or what ships. */
  @Override
  public Rulebook rules() {
    return RuleFile.in(root);
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

  /** The journal file of a run, where journals are files. */
  public Path journal(RunId run) {
    return folder(run).resolve("journal.db");
  }

  /** Where the journal of a run lies. */
  public JournalPlace place(RunId run) {
    return settings
        .database()
        .<JournalPlace>map(JournalPlace.InDatabase::new)
        .orElseGet(() -> new JournalPlace.InFile(journal(run)));
  }

  /** Whether anything was written of a run. */
  public boolean exists(RunId run) {
    return place(run).exists(run.value());
  }

  /** Whether the journal of a run is closed for good. */
  public boolean isSealed(RunId run) {
    return place(run).isSealed(run.value());
  }

  /** Against what the journal of a run can be held; empty before anything was ever signed here. */
  public Optional<Evidence> evidence(RunId run) {
    Path keys = root.resolve("keys");
    if (!SigningKey.existsIn(keys)) {
      return Optional.empty();
    }
    try {
      VerifierKey verifier = SigningKey.verifierIn(keys);
      return Optional.of(new Evidence(verifier, checkpoints(run, verifier)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the public key cannot be read", unreadable);
    }
  }

  /** Away from the journal first, so that none is beside it that is not there. */
  private List<Path> checkpoints(RunId run, VerifierKey verifier) {
    Path away = settings.checkpoints().orElse(root.resolve("checkpoints"));
    return List.of(
        away.resolve(verifier.id()).resolve(run.value() + ".txt"),
        folder(run).resolve("journal.checkpoints"));
  }

  @SuppressWarnings("try") // the lock is held, not used
  private synchronized SigningKey key() {
    if (key == null) {
      Path keys = root.resolve("keys");
      try {
        Files.createDirectories(keys);
      } catch (IOException failure) {
        throw new UncheckedIOException("the folder of keys cannot be made", failure);
      }
      try (RunLock lock = RunLock.await(keys)) {
        key = SigningKey.in(keys);
      }
    }
    return key;
  }

  private RunLog write(RunId run) {
    List<Path> files = checkpoints(run, key().verifier());
    return RunLog.open(place(run), run, clock, new Checkpoints(key(), run.value(), files, clock));
  }

  /** The desk's journal, for writing. */
  public RunLog openDesk() {
    return write(DESK);
  }

  /** A run that exists, for writing. */
  public RunLog open(RunId run) {
    return write(run);
  }

  /** A run that exists, for reading. */
  public RunLog read(RunId run) {
    return RunLog.read(place(run), run);
  }

  /** The entries of a run that exists, from any place on. */
  public Tail tail(RunId run) {
    return Tail.of(place(run), run.value());
  }

  @Override
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
          .filter(this::exists)
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
    if (!exists(run)) {
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
    if (!exists(run)) {
      return Optional.empty();
    }
    try (Tail tail = tail(run)) {
      return tail.blob(hash); // its hash proves it; the entries need not be read for that
    }
  }

  /** Why a run cannot be told something now; empty where it can. */
  public Optional<String> objection(RunId run, Event event) {
    Optional<RunState> state = find(run).filter(found -> found.opened().isPresent());
    if (state.isEmpty()) {
      return Optional.of("there is no such run");
    }
    Standing standing = Standing.of(state.get());
    return RunAct.of(event)
        .map(act -> act.refusal(standing))
        .orElseGet(
            () -> standing == Standing.ENDED ? Optional.of("it has ended") : Optional.empty());
  }

  @Override
  public boolean tell(RunId run, Event event) {
    return tell(run, Actor.RUNTIME, event);
  }

  /** Tells a running run what somebody wants; false where it cannot be told. */
  public boolean tell(RunId run, Actor actor, Event event) {
    boolean running = objection(run, event).isEmpty();
    if (running) {
      try (RunLog log = open(run)) {
        log.append(actor, List.of(event), List.of());
      }
    }
    return running;
  }
}
