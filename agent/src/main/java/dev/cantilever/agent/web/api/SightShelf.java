package dev.cantilever.agent.web.api;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.rehearsal.CopySight;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What copies of simulated instruments showed, asked again where a file of theirs has changed. */
final class SightShelf {

  /** The last tells what was done to it; where it is long, working that out takes long. */
  private static final List<String> FILES =
      List.of("profile.yaml", "envelope.yaml", "composition.csv", "ledger.tsv");

  private static final long LONGEST = 200_000;

  private final Home home;
  private final Map<InstrumentId, Kept> kept = new ConcurrentHashMap<>();

  SightShelf(Home home) {
    this.home = home;
  }

  private record Kept(List<Mark> marks, CopySight.Seen seen) {}

  private record Mark(String file, FileTime changed, long size) {}

  /** What is known without asking, where it is still so. */
  Optional<CopySight.Seen> known(InstrumentId instrument) {
    return Optional.ofNullable(kept.get(instrument))
        .filter(one -> one.marks().equals(marks(instrument)))
        .map(Kept::seen);
  }

  /** What was seen last, though more may have been done to it since. */
  Optional<CopySight.Seen> last(InstrumentId instrument) {
    return Optional.ofNullable(kept.get(instrument)).map(Kept::seen);
  }

  /** Asks a copy where that is not known. One at a time: it costs time and memory. */
  synchronized CopySight look(InstrumentId instrument) {
    Optional<CopySight.Seen> known = known(instrument);
    if (known.isPresent()) {
      return known.get();
    }
    List<Mark> marks = marks(instrument);
    if (marks.getLast().size() > LONGEST) {
      return new CopySight.Unseen(
          "so much was done to it that working out how it stands now would take long");
    }
    CopySight sight = CopySight.of(home, instrument);
    if (sight instanceof CopySight.Seen seen) {
      kept.put(instrument, new Kept(marks, seen));
    }
    return sight;
  }

  private List<Mark> marks(InstrumentId instrument) {
    Path folder = home.instruments().resolve(instrument.value());
    return FILES.stream().map(file -> mark(folder, file)).toList();
  }

  private static Mark mark(Path folder, String file) {
    try {
      Path path = folder.resolve(file);
      return new Mark(file, Files.getLastModifiedTime(path), Files.size(path));
    } catch (IOException none) {
      return new Mark(file, FileTime.fromMillis(0), 0);
    }
  }
}
