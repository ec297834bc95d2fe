package dev.cantilever.agent.web.api;

import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.List;
import java.util.Optional;

/** Tools as they are listed everywhere, and calls of those that act on no instrument. */
final class ToolRoutes {

  private static final View<Tools> TOOLS = View.of(Tools.class);
  private static final View<Tool> TOOL = View.of(Tool.class);

  private final ToolDesk desk;

  ToolRoutes(ToolDesk desk) {
    this.desk = desk;
  }

  /** In the order of their names. */
  public record Tools(List<Tool> tools) {

    public Tools {
      tools = List.copyOf(tools);
    }
  }

  /**
   * A tool.
   *
   * @param input schema of its arguments
   * @param output schema of its result
   * @param example arguments to try
   */
  public record Tool(
      String name,
      String summary,
      Effect effect,
      JsonText input,
      JsonText output,
      JsonText example) {

    static Tool of(Catalogue.Entry<?, ?> entry) {
      return new Tool(
          entry.tool().card().name(),
          entry.tool().card().summary(),
          entry.tool().card().effect(),
          new JsonText(CanonicalJson.text(entry.input().schema())),
          new JsonText(CanonicalJson.text(entry.output().schema())),
          new JsonText(entry.tool().card().example()));
    }
  }

  List<Route> routes() {
    return List.of(
        look("/api/tools", "All tools with their schemas.", TOOLS.gives(), this::tools),
        look("/api/tools/{tool}", "One tool with its schemas.", TOOL.gives(), this::tool),
        new Route(
            Route.Method.POST,
            "/api/tools/{tool}",
            Access.operator(Scope.TOOLS),
            Route.Lane.CALLING,
            new Route.Facts(
                "Calls a tool; one that acts on an instrument is refused.",
                List.of(),
                Optional.empty(),
                Route.Gives.other("application/json")),
            this::call));
  }

  private static Route look(String path, String summary, Route.Gives gives, Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        Access.viewer(Scope.TOOLS),
        Route.Lane.LOOKING,
        new Route.Facts(summary, List.of(), Optional.empty(), gives),
        handler);
  }

  private Reply tools(Asked asked) {
    return TOOLS.show(new Tools(desk.tools().entries().stream().map(Tool::of).toList()));
  }

  private Reply tool(Asked asked) {
    return desk.tools()
        .find(asked.part(PathPart.TOOL))
        .map(entry -> TOOL.show(Tool.of(entry)))
        .orElseGet(() -> Reply.not(Trouble.notFound(nearest(asked.part(PathPart.TOOL)))));
  }

  private String nearest(String name) {
    return "there is no such tool; the nearest are "
        + String.join(", ", desk.tools().nearest(name));
  }

  private Reply call(Asked asked) {
    String arguments = asked.body().isEmpty() ? "{}" : asked.body();
    return CallReply.of(desk.call(asked.caller().actor(), asked.part(PathPart.TOOL), arguments));
  }
}
