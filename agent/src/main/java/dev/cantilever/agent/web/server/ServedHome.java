package dev.cantilever.agent.web.server;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.edge.AllowedNames;
import dev.cantilever.agent.web.Doorkeeper;
import dev.cantilever.agent.web.Entrance;
import dev.cantilever.agent.web.Lanes;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.api.Api;
import dev.cantilever.agent.web.chat.Talks;
import dev.cantilever.agent.web.token.TokenBook;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/** One installation on the wire. */
public final class ServedHome implements AutoCloseable {

  private final Api api;
  private final Lanes lanes;
  private final WebServer server;

  private ServedHome(Api api, Lanes lanes, WebServer server) {
    this.api = api;
    this.lanes = lanes;
    this.server = server;
  }

  /**
   * Who may ask, and how much.
   *
   * @param names under which this server may be asked
   * @param firstNeedsNone whether somebody at this machine needs no token until one is made
   * @param planner who answers in chat
   */
  public record Terms(
      TokenBook tokens,
      AllowedNames names,
      boolean firstNeedsNone,
      Limits limits,
      Talks.Planning planner) {}

  /**
   * Serves from now on.
   *
   * @param log is told what only an operator of the server should read
   */
  public static ServedHome open(
      Installation installation, InetSocketAddress address, Terms terms, Consumer<String> log) {
    Api api = Api.of(installation, terms.limits(), terms.planner(), log);
    Lanes lanes = new Lanes();
    try {
      Doorkeeper doorkeeper =
          new Doorkeeper(
              terms.tokens(),
              terms.names(),
              terms.firstNeedsNone(),
              terms.limits(),
              System::nanoTime);
      Entrance entrance = new Entrance(doorkeeper, terms.limits(), lanes);
      WebServer server = WebServer.open(api.routes(), address, entrance, terms.limits(), log);
      return new ServedHome(api, lanes, server);
    } catch (RuntimeException failure) {
      lanes.close();
      api.close();
      throw failure;
    }
  }

  public int port() {
    return server.port();
  }

  /** Everything that can be asked. */
  public List<Route> routes() {
    return api.routes();
  }

  @Override
  public void close() {
    server.close();
    lanes.close();
    api.close();
  }
}
