package dev.cantilever.agent.web.chat;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Form;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** What is said in chat. */
public final class ChatRoutes {

  private static final Form<Sentence> SENTENCE = Form.of(Sentence.class);

  private final Talks talks;

  public ChatRoutes(Talks talks) {
    this.talks = talks;
  }

  /** One sentence. */
  public record Sentence(
      @Doc("What is wanted, in words.") @Text(maxLength = 4_000) String text,
      @Doc("A name of the window in which it was said; each has a memory of its own.")
          @Text(maxLength = 40, pattern = "[a-z0-9-]{1,40}")
          @Default("\"page\"")
          String window) {}

  /** The only one. */
  public List<Route> routes() {
    return List.of(
        new Route(
            Route.Method.POST,
            "/api/chat",
            Access.operator(Scope.PLANS),
            Route.Lane.LOOKING,
            new Route.Facts(
                "One sentence in chat: a stream of pieces of a draft, if a model answers, then the"
                    + " event heard with what came of it; nothing runs.",
                List.of(),
                Optional.of(SENTENCE.schema()),
                Route.Gives.other("text/event-stream")),
            this::say));
  }

  private Reply say(Asked asked) {
    return SENTENCE.read(
        asked,
        sentence -> {
          try {
            Answering answering = talks.say(asked.caller(), sentence.window(), sentence.text());
            return new Reply.Stream(answering::into);
          } catch (RejectedExecutionException full) {
            return Reply.not(Trouble.busy());
          }
        });
  }
}
