package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import java.util.List;
import java.util.Optional;

/** Who asks, so that a page shows no more than what is granted. */
final class WhoRoute {

  private static final View<Who> WHO = View.of(Who.class);

  private WhoRoute() {}

  /**
   * Who.
   *
   * @param name as it stands in the journal
   */
  public record Who(String name, String role, List<String> scopes, String software) {

    public Who {
      scopes = List.copyOf(scopes);
    }
  }

  static Route route() {
    return new Route(
        Route.Method.GET,
        "/api/who",
        new Access.Known(),
        Route.Lane.LOOKING,
        new Route.Facts(
            "Who asks: name, role and scopes of the token.",
            List.of(),
            Optional.empty(),
            WHO.gives()),
        WhoRoute::who);
  }

  private static Reply who(Asked asked) {
    return WHO.show(
        new Who(
            asked.caller().name(),
            asked.caller().role().map(Role::word).orElse("none"),
            asked.caller().scopes().stream().map(Scope::word).toList(),
            Installation.SOFTWARE));
  }
}
