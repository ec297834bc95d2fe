package dev.cantilever.agent.web.server;

import dev.cantilever.agent.web.Outlet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.Callback;

/** The connection of somebody to whom an answer is streamed; its head is sent. */
final class Connected implements Outlet {

  private final ServletContextRequest request;

  Connected(ServletContextRequest request) {
    this.request = request;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    OutputStream out = request.getServletContextResponse().getHttpOutput();
    out.write(bytes);
    out.flush();
  }

  /** Past the stream of the servlet, which would wait. */
  @Override
  public void send(ByteBuffer bytes, Runnable sent, Runnable failed) {
    request
        .getServletContextResponse()
        .write(false, bytes, Callback.from(sent, failure -> failed.run()));
  }

  @Override
  public void cut() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }
}
