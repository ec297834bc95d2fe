package dev.cantilever.agent.app;

import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.knowledge.SearchKnowledge;
import dev.cantilever.agent.text.ReadText;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.HomeSettings;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.rehearsal.Rehearsal;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The parts of this program, put together for one home.
 *
 * @param home where everything lies
 * @param calls reads calls of the tools that ship
 */
public record Installation(Home home, CallReader calls) {

  /** Name and version, for the journal. */
  public static final String SOFTWARE = "cantilever 0.1.0";

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
    return new Installation(home, new CallReader(tools(folder.toAbsolutePath(), environment)));
  }

  /** All tools: those of the instruments and computations, and those that read for a planner. */
  public static Catalogue tools() {
    return with(SearchKnowledge.shipped());
  }

  private static Catalogue tools(Path folder, Map<String, String> environment) {
    return with(
        new EmbeddingSettings(environment)
            .embedder()
            .map(one -> SearchKnowledge.shipped(one, folder.resolve("embeddings")))
            .orElseGet(SearchKnowledge::shipped));
  }

  private static Catalogue with(SearchKnowledge notes) {
    return Toolbox.standardWith(List.of(notes, new ReadText()));
  }

  public Desk desk() {
    return new Desk(home, calls);
  }

  /** A runner that tells {@code listener} the state of the run after every entry. */
  public PlanRunner runner(Consumer<RunState> listener) {
    return new PlanRunner(home, calls, SOFTWARE, listener);
  }

  /** Rehearsals that tell {@code listener} how far they are. */
  public Rehearsal rehearsal(Consumer<RunState> listener) {
    return new Rehearsal(home, calls, SOFTWARE, InstantSource.system(), listener);
  }

  /** The account that started this program. */
  public static Actor person(Actor.Channel channel) {
    return new Actor(Actor.Kind.PERSON, System.getProperty("user.name", "unknown"), channel);
  }
}
