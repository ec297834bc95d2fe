package dev.cantilever.agent.web.server;

import dev.cantilever.agent.web.Entrance;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.Route;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves routes over HTTP from the moment it is opened until it is closed. */
public final class WebServer implements AutoCloseable {

  private final Javalin javalin;
  private final Arrivals arrivals;

  private WebServer(Javalin javalin, Arrivals arrivals) {
    this.javalin = javalin;
    this.arrivals = arrivals;
  }

  /**
   * Serves from now on.
   *
   * @param log is told what only an operator of the server should read
   */
  public static WebServer open(
      List<Route> routes,
      InetSocketAddress address,
      Entrance entrance,
      Limits limits,
      Consumer<String> log) {
    Arrivals arrivals = new Arrivals(limits.receiving());
    Answering answering = new Answering(entrance, arrivals, log);
    Javalin javalin =
        Javalin.create(
            config -> {
              quiet(config);
              config.jetty.addConnector(
                  (server, http) -> connector(server, address, limits, arrivals));
              config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
              config.routes.before(answering::before);
              routes.forEach(route -> add(config, route, answering));
              config.routes.error(404, answering::unknown);
              config.routes.error(405, answering::unknown);
              config.routes.exception(Exception.class, answering::broken);
            });
    javalin.start();
    return new WebServer(javalin, arrivals);
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
  }

  private static void add(JavalinConfig config, Route route, Answering answering) {
    HandlerType method =
        switch (route.method()) {
          case GET -> HandlerType.GET;
          case POST -> HandlerType.POST;
        };
    config.routes.addHttpHandler(
        method, route.path(), (Context context) -> answering.answer(route, context));
  }

  private static Connector connector(
      Server server, InetSocketAddress address, Limits limits, Arrivals arrivals) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(limits.headerBytes());
    http.setIdleTimeout(-1);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.getAddress().getHostAddress());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(limits.receiving().toMillis());
    connector.addBean(arrivals);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    return connector;
  }

  /** The port that it listens at. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    arrivals.close();
  }
}
