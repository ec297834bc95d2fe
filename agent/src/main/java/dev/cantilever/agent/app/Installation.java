package dev.cantilever.agent.app;

import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.foreign.ForeignTools;
import dev.cantilever.agent.knowledge.SearchKnowledge;
import dev.cantilever.agent.text.ReadText;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.HomeSettings;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.rehearsal.Rehearsal;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The parts of this program, put together for one home. */
public final class Installation {

  /** Name and version, for the journal. */
  public static final String SOFTWARE = "cantilever 0.1.0";

  private static final String VERSION = SOFTWARE.substring(SOFTWARE.indexOf(' ') + 1);

  private final Home home;
  private final Supplier<SearchKnowledge> notes;
  private Optional<CallReader> calls = Optional.empty();

  /** An installation with these tools. */
  public Installation(Home home, CallReader calls) {
    this(home, SearchKnowledge::shipped);
    this.calls = Optional.of(calls);
  }

  private Installation(Home home, Supplier<SearchKnowledge> notes) {
    this.home = home;
    this.notes = notes;
  }

  /** Where everything lies. */
  public Home home() {
    return home;
  }

  /**
   * Reads calls of the tools that ship and of those that a person has allowed. Which those are is
   * looked up when first asked, so that who only stops something waits for nothing.
   */
  public synchronized CallReader calls() {
    if (calls.isEmpty()) {
      calls = Optional.of(new CallReader(toolsWith(notes.get(), ForeignTools.of(home, VERSION))));
    }
    return calls.orElseThrow();
  }

  /**
   * The installation at {@code chosen}, else where {@code CANTILEVER_HOME} says, else in {@code
   * .cantilever} of the working directory.
   */
  public static Installation at(Optional<Path> chosen, Map<String, String> environment) {
    LinearAlgebra.choose(environment);
    Path folder =
        chosen
            .or(() -> Optional.ofNullable(environment.get("CANTILEVER_HOME")).map(Path::of))
            .orElse(Path.of(".cantilever"));
    Home home =
        new Home(folder.toAbsolutePath(), InstantSource.system(), HomeSettings.of(environment));
    Path vectors = folder.toAbsolutePath().resolve("embeddings");
    return new Installation(home, () -> notes(new EmbeddingSettings(environment), vectors));
  }

  /**
   * All tools that ship: those of the instruments and computations, and those that read for a
   * planner.
   */
  public static Catalogue tools() {
    return toolsWith(SearchKnowledge.shipped(), List.of());
  }

  private static Catalogue toolsWith(SearchKnowledge notes, List<Tool<?, ?>> allowed) {
    List<Tool<?, ?>> more = new ArrayList<>(List.of(notes, new ReadText()));
    more.addAll(allowed);
    return Toolbox.standardWith(more);
  }

  private static SearchKnowledge notes(EmbeddingSettings settings, Path vectors) {
    return settings
        .embedder()
        .map(one -> SearchKnowledge.shipped(one, vectors))
        .orElseGet(SearchKnowledge::shipped);
  }

  public Desk desk() {
    return new Desk(home, calls());
  }

  /** A runner that tells {@code listener} the state of the run after every entry. */
  public PlanRunner runner(Consumer<RunState> listener) {
    return new PlanRunner(home, calls(), SOFTWARE, listener);
  }

  /** Rehearsals that tell {@code listener} how far they are. */
  public Rehearsal rehearsal(Consumer<RunState> listener) {
    return new Rehearsal(home, calls(), SOFTWARE, InstantSource.system(), listener);
  }

  /** The account that started this program. */
  public static Actor person(Actor.Channel channel) {
    return new Actor(Actor.Kind.PERSON, System.getProperty("user.name", "unknown"), channel);
  }
}
