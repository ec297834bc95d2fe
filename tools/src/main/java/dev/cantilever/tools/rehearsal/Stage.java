package dev.cantilever.tools.rehearsal;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A home with copies of the simulated instruments that a plan acts on, in their present state. */
final class Stage {

  private static final String ENVELOPE = "envelope.yaml";

  private static final Pattern SEED = Pattern.compile("(name: seed, value: \")(\\d{1,9})(\")");

  private Stage() {}

  /**
   * Why there can be none; empty where it is set, at {@code place}.
   *
   * @param time 0 for the noise of the instruments themselves, another for other noise
   */
  static Optional<String> set(Home home, List<InstrumentId> instruments, Path place, int time) {
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      clear(place);
      for (InstrumentId instrument : instruments) {
        InstrumentId stand = rack.profile(instrument).rehearseOn().orElse(instrument);
        if (!rack.isSimulated(stand)) {
          return Optional.of(
              "%s has hardware behind it and its profile names no simulated instrument under rehearse_on"
                  .formatted(stand));
        }
        Path folder = place.resolve("instruments").resolve(instrument.value());
        copy(rack.directory(stand), folder);
        limits(rack.directory(instrument), folder);
        if (time > 0) {
          reseed(folder.resolve("profile.yaml"), time);
        }
      }
      link(home.instruments().resolveSibling("data"), place.resolve("data"));
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("the rehearsal cannot be laid out", failure);
    }
  }

  /** A home with a copy of one simulated instrument, in a folder of its own. */
  static Path copyOf(Home home, InstrumentId instrument) {
    try {
      Path rehearsals = home.instruments().resolveSibling("rehearsals");
      Path place = Files.createTempDirectory(Files.createDirectories(rehearsals), "sight-");
      copy(
          home.instruments().resolve(instrument.value()),
          Files.createDirectories(place.resolve("instruments")).resolve(instrument.value()));
      link(home.instruments().resolveSibling("data"), place.resolve("data"));
      return place;
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "the files of %s cannot be copied".formatted(instrument), failure);
    }
  }

  static void remove(Path place) {
    try {
      clear(place);
      Files.delete(place);
    } catch (IOException failure) {
      throw new UncheckedIOException("a copy cannot be removed", failure);
    }
  }

  /** A twin with another seed has another noise, and another sample of the same kind. */
  private static void reseed(Path profile, int time) throws IOException {
    Matcher seed = SEED.matcher(Files.readString(profile));
    Files.writeString(
        profile,
        seed.replaceAll(
            found ->
                "%s%d%s"
                    .formatted(
                        found.group(1), Long.parseLong(found.group(2)) + time, found.group(3))));
  }

  /** What may be done is said by the envelope of the instrument itself. */
  private static void limits(Path instrument, Path folder) throws IOException {
    Path envelope = instrument.resolve(ENVELOPE);
    if (Files.exists(envelope)) {
      Files.copy(envelope, folder.resolve(ENVELOPE), StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(folder.resolve(ENVELOPE));
    }
  }

  /** Microscopy files are large and nothing writes to them. */
  private static void link(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.createLink(to.resolve(file.getFileName().toString()), file);
        }
      }
    }
  }

  private static void clear(Path place) throws IOException {
    if (Files.exists(place)) {
      try (Stream<Path> inside = Files.walk(place)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(place);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> inside = Files.walk(from)) {
      for (Path path : inside.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
