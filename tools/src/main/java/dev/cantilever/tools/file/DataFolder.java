package dev.cantilever.tools.file;

import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files in one folder, by plain name. Links are not followed. */
public final class DataFolder {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,119}");

  private final Path folder;

  public DataFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder inside this one into which files are written for other programs. */
  public ExportFolder exports() {
    return new ExportFolder(folder.resolve("exports"));
  }

  /** Names in alphabetical order; none where there is no folder. */
  public List<String> names() {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> file.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Why there is no such file; empty where there is one. */
  public Optional<Problem> missing(String name) {
    List<String> names = names();
    return names.contains(name)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.NOT_FOUND,
                names.isEmpty()
                    ? "there are no data; lay files into the folder data of the home"
                    : "there is no file of that name; data.list names all " + names.size()));
  }

  /**
   * Reads one of {@link #names}.
   *
   * @throws dev.cantilever.tools.file.content.UnreadableFile where its content is no such file
   */
  public MicroscopyFile read(String name) {
    return FileReader.read(folder.resolve(name));
  }

  /** Its size; 0 where it is gone. */
  public long bytes(String name) {
    try {
      return Files.size(folder.resolve(name));
    } catch (IOException gone) {
      return 0;
    }
  }
}
