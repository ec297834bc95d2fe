package dev.cantilever.tests.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server from Debian's package, in a folder of its own. It forces what it is given, as
 * a laboratory's would. It refuses to run as root, who becomes the package's user for it.
 */
final class PostgresServer implements AutoCloseable {

  private static final Path PACKAGE = Path.of("/usr/lib/postgresql");
  private static final int ATTEMPTS = 600;

  private final Path programs;
  private final Path folder;
  private final int port;
  private int schemas;
  private Process process;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** A running server; empty, with a line that says so, where the package is missing. */
  static Optional<PostgresServer> start() {
    Optional<Path> programs = programs();
    if (programs.isEmpty()) {
      System.out.println(
          "PostgreSQL is not installed (Debian's package postgresql); the store on it is not tested");
      return Optional.empty();
    }
    try {
      Path folder = Files.createTempDirectory("cantilever-postgres");
      PostgresServer server = new PostgresServer(programs.get(), folder, freePort());
      server.make();
      server.run();
      return Optional.of(server);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Of the newest version that stands there. */
  private static Optional<Path> programs() {
    if (!Files.isDirectory(PACKAGE)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGE)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void make() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectory(data());
    if (isRoot()) {
      Files.setOwner(
          data(),
          data().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
    }
    ended(
        "initdb",
        "-D",
        data().toString(),
        "-A",
        "trust",
        "-U",
        "cantilever",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private ProcessBuilder command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(program + ".log").toFile());
  }

  private void ended(String program, String... arguments) throws IOException {
    try {
      if (command(program, arguments).start().waitFor() != 0) {
        throw new IOException(Files.readString(folder.resolve(program + ".log")));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it, also after it was killed. */
  void run() {
    try {
      process =
          command(
                  "postgres",
                  "-D",
                  data().toString(),
                  "-c",
                  "unix_socket_directories=",
                  "-c",
                  "listen_addresses=127.0.0.1",
                  "-p",
                  String.valueOf(port))
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (Connection connection = DriverManager.getConnection(url("public"))) {
        if (connection.isValid(1)) {
          return;
        }
      } catch (SQLException notYet) {
        pause();
      }
    }
    throw new IllegalStateException("PostgreSQL does not start");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String url(String schema) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=cantilever&currentSchema=%s"
        .formatted(port, schema);
  }

  /** URL of a schema that nobody has used yet. */
  String freshUrl() {
    String schema = "home_" + ++schemas;
    execute(url("public"), "CREATE SCHEMA " + schema);
    return url(schema);
  }

  /** Runs SQL as whoever administers the database can. */
  static void execute(String url, String... statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** As kill -9 of all its processes, or as a lost machine that keeps its disk. */
  void kill() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
