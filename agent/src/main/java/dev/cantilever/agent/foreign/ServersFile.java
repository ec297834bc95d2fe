package dev.cantilever.agent.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.agent.foreign.wire.Address;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code foreign-servers.yaml} of a home, in which an operator writes down foreign servers. */
public final class ServersFile {

  /** What it is called. */
  public static final String NAME = "foreign-servers.yaml";

  /** What a server may be called; without a bar, so that {@code foreign_name_tool} is one name. */
  public static final String SERVER = "[a-z][a-z0-9]{0,15}";

  private static final long LONGEST = 65_536;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final RecordType<Content> CONTENT = RecordType.forTool(Content.class);
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private ServersFile() {}

  /** The file as it is written. */
  record Content(@Doc("The servers.") @Items(max = 20) List<Entry> servers) {

    Content {
      servers = List.copyOf(servers);
    }
  }

  /** One server as it is written. */
  record Entry(
      @Doc("What it is called here: lower case letters and digits, at most 16.")
          @Text(maxLength = 16, pattern = SERVER)
          String name,
      @Doc("Program that is started: an absolute path, or a name on the path.")
          @Text(maxLength = 400)
          Optional<String> command,
      @Doc("Its arguments.") @Items(max = 40) @Text(maxLength = 400) @Default("[]")
          List<String> arguments,
      @Doc("Names of variables of the environment that it gets.")
          @Items(max = 20)
          @Text(maxLength = 60, pattern = "[A-Za-z_][A-Za-z0-9_]*")
          @Default("[]")
          List<String> environment,
      @Doc("Where it listens: https, or http on this machine.") @Text(maxLength = 400)
          Optional<String> url,
      @Doc("File with the token that it wants to see, seen from the home.") @Text(maxLength = 400)
          Optional<String> tokenFile,
      @Doc("How long a call may take.") @Bounds(min = 1, max = 60) @Default("8") int seconds) {

    Entry {
      arguments = List.copyOf(arguments);
      environment = List.copyOf(environment);
    }
  }

  /** What came of reading it. */
  public record Read(List<ForeignServer> servers, List<String> problems) {

    public Read {
      servers = List.copyOf(servers);
      problems = List.copyOf(problems);
    }

    /** The server of that name. */
    public Optional<ForeignServer> find(String name) {
      return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }
  }

  /** Whether there is one in this home. */
  public static boolean existsIn(Path home) {
    return Files.exists(home.resolve(NAME));
  }

  /** The servers of a home; with problems, none. Total: never throws. */
  public static Read in(Path home) {
    Path file = home.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        return new Read(List.of(), List.of());
      }
      if (Files.size(file) > LONGEST) {
        return wrong("is longer than %d bytes".formatted(LONGEST));
      }
      return parsed(YAML.readTree(Files.readString(file)), home);
    } catch (JsonProcessingException broken) {
      return wrong(
          broken.getLocation() == null
              ? "is no YAML"
              : "is no YAML at line %d".formatted(broken.getLocation().getLineNr()));
    } catch (IOException unreadable) {
      return wrong("cannot be read");
    }
  }

  private static Read wrong(String what) {
    return new Read(List.of(), List.of(NAME + " " + what));
  }

  private static Read parsed(JsonNode tree, Path home) {
    if (!tree.isObject()) {
      return wrong("is to be an object with servers");
    }
    return switch (CONTENT.parse(tree)) {
      case Parsed.Invalid<Content> invalid ->
          new Read(
              List.of(),
              invalid.problems().stream().map(one -> NAME + ": " + one.message()).toList());
      case Parsed.Valid<Content> valid -> checked(valid.value(), home);
    };
  }

  private static Read checked(Content content, Path home) {
    List<ForeignServer> servers = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Entry entry : content.servers()) {
      Optional<String> problem =
          names.add(entry.name()) ? problem(entry) : Optional.of("stands there twice");
      problem.ifPresentOrElse(
          what -> problems.add("%s: the server %s %s".formatted(NAME, entry.name(), what)),
          () -> servers.add(server(entry, home)));
    }
    return problems.isEmpty() ? new Read(servers, List.of()) : new Read(List.of(), problems);
  }

  private static Optional<String> problem(Entry entry) {
    if (entry.command().isPresent() == entry.url().isPresent()) {
      return Optional.of("needs either a command or a url");
    }
    if (entry.environment().stream().anyMatch(name -> name.startsWith("CANTILEVER"))) {
      return Optional.of("cannot get the settings of this program: leave them out of environment");
    }
    if (entry.command().isPresent()) {
      boolean findable = entry.command().get().matches("/.+|[A-Za-z]:.+|[^/\\\\]+");
      return findable && entry.tokenFile().isEmpty()
          ? Optional.empty()
          : Optional.of(
              findable
                  ? "has a token_file, which only goes with a url"
                  : "needs a command that is an absolute path or a name on the path");
    }
    boolean plain = entry.arguments().isEmpty() && entry.environment().isEmpty();
    return plain
        ? ofUrl(entry.url().orElseThrow())
        : Optional.of("has arguments without a command");
  }

  private static Optional<String> ofUrl(String url) {
    try {
      URI uri = new URI(url);
      String host = uri.getHost() == null ? "" : uri.getHost();
      boolean safe =
          "https".equals(uri.getScheme()) && !host.isEmpty()
              || "http".equals(uri.getScheme()) && LOOPBACK.matcher(host).matches();
      return safe && uri.getUserInfo() == null && uri.getFragment() == null
          ? Optional.empty()
          : Optional.of("has a url that is neither https nor http on this machine");
    } catch (URISyntaxException broken) {
      return Optional.of("has a url that is none");
    }
  }

  private static ForeignServer server(Entry entry, Path home) {
    List<String> command = new ArrayList<>();
    entry.command().ifPresent(command::add);
    command.addAll(entry.arguments());
    Address address =
        entry.url().isPresent()
            ? new Address.Web(URI.create(entry.url().get()), entry.tokenFile().map(home::resolve))
            : new Address.Program(command, home, entry.environment());
    return new ForeignServer(entry.name(), address, Duration.ofSeconds(entry.seconds()));
  }
}
