package dev.cantilever.tools.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.second.SecondCheck;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder in which an operator keeps one subfolder per instrument with {@code profile.yaml} and
 * {@code envelope.yaml}, and {@code composition.csv} where the sample is a library. Instruments
 * that ship with the product are laid there once, when their folder does not exist; afterwards the
 * files are the operator's.
 */
final class OperatorFiles {

  private static final String COMPOSITION = "composition.csv";
  private static final List<String> FILES = List.of("profile.yaml", "envelope.yaml", COMPOSITION);
  private static final long LONGEST_TABLE = 1_000_000;
  private static final String SHIPPED = "/dev/cantilever/instruments/";
  private static final RecordType<Profile> PROFILE = RecordType.of(Profile.class);
  private static final RecordType<Envelope> ENVELOPE = RecordType.of(Envelope.class);
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final Path folder;

  OperatorFiles(Path folder) {
    this.folder = folder;
  }

  /** Lays down what ships with the product and is not there yet. */
  void layDownShipped() {
    resource("index").lines().filter(line -> !line.isBlank()).forEach(this::layDown);
  }

  private void layDown(String instrument) {
    Path target = folder.resolve(instrument);
    if (Files.exists(target)) {
      return;
    }
    try {
      Path unfinished =
          Files.createDirectories(
              folder.resolve(
                  ".%s.%d.%d"
                      .formatted(
                          instrument,
                          ProcessHandle.current().pid(),
                          Thread.currentThread().threadId())));
      for (String file : FILES) {
        String content = resource(instrument + "/" + file);
        if (!content.isEmpty()) {
          Files.writeString(unfinished.resolve(file), content);
        }
      }
      moveUnlessThere(unfinished, target);
    } catch (IOException failure) {
      throw new UncheckedIOException("the folder of instruments cannot be written", failure);
    }
  }

  /**
   * Another thread or process may have laid it down meanwhile; then its files stay. Which exception
   * tells so depends on the moment and the system.
   */
  private static void moveUnlessThere(Path unfinished, Path target) throws IOException {
    try {
      Files.move(unfinished, target);
    } catch (FileSystemException failure) {
      if (!Files.isDirectory(target)) {
        throw failure;
      }
      for (String file : FILES) {
        Files.deleteIfExists(unfinished.resolve(file));
      }
      Files.deleteIfExists(unfinished);
    }
  }

  List<InstrumentId> instruments() {
    try (Stream<Path> folders = Files.list(folder)) {
      List<InstrumentId> ids = new ArrayList<>();
      folders
          .map(path -> path.getFileName().toString())
          .filter(name -> InstrumentId.FORM.matcher(name).matches())
          .sorted()
          .forEach(name -> ids.add(new InstrumentId(name)));
      return ids;
    } catch (IOException failure) {
      throw new UncheckedIOException("the folder of instruments cannot be read", failure);
    }
  }

  Path directory(InstrumentId instrument) {
    return folder.resolve(instrument.value());
  }

  /** The profile of an instrument that is there. */
  Profile profile(InstrumentId instrument) {
    try {
      String text = Files.readString(directory(instrument).resolve("profile.yaml"));
      return switch (PROFILE.parse(YAML.readTree(text))) {
        case Parsed.Valid<Profile> valid -> valid.value();
        case Parsed.Invalid<Profile> invalid ->
            throw new ConnectionFailure(
                "profile of %s: %s".formatted(instrument, sentences(invalid.problems())));
      };
    } catch (IOException failure) {
      throw new ConnectionFailure("the profile of " + instrument + " cannot be read", failure);
    }
  }

  /** The envelope, or why there is none. */
  EnvelopeStatus envelope(InstrumentId instrument) {
    Path file = directory(instrument).resolve("envelope.yaml");
    try {
      byte[] bytes = Files.readAllBytes(file);
      JsonNode tree = YAML.readTree(bytes);
      return switch (ENVELOPE.parse(tree)) {
        case Parsed.Valid<Envelope> valid ->
            new EnvelopeStatus.Loaded(
                valid.value(), Hash.of(bytes).text(), SecondCheck.by(RawLimits.of(tree)));
        case Parsed.Invalid<Envelope> invalid ->
            new EnvelopeStatus.Missing(
                "envelope.yaml of %s is not valid: %s"
                    .formatted(instrument, sentences(invalid.problems())));
      };
    } catch (JsonProcessingException broken) {
      return new EnvelopeStatus.Missing("envelope.yaml of " + instrument + " is not YAML");
    } catch (IllegalArgumentException unread) {
      return new EnvelopeStatus.Missing(
          "envelope.yaml of %s: %s".formatted(instrument, unread.getMessage()));
    } catch (IOException missing) {
      return new EnvelopeStatus.Missing("envelope.yaml of " + instrument + " cannot be read");
    }
  }

  /** What the sample is made of where; empty where no file says so, or one of over a megabyte. */
  Optional<byte[]> composition(InstrumentId instrument) {
    Path file = directory(instrument).resolve(COMPOSITION);
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST_TABLE
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new ConnectionFailure("composition.csv of " + instrument + " cannot be read");
    }
  }

  private static String sentences(List<Problem> problems) {
    return problems.stream().map(Problem::message).collect(Collectors.joining("; "));
  }

  private static String resource(String name) {
    try (InputStream stream = OperatorFiles.class.getResourceAsStream(SHIPPED + name)) {
      if (stream == null) {
        return "";
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
