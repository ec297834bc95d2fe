package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no client sends, sent to the program as a process of its own. */
class HostileStdioTest {

  private static final String HELLO =
      "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'2025-11-25',"
          + "'capabilities':{'roots':5},'clientInfo':{'name':7}}}";

  @TempDir private Path home;

  @Test
  void theServerAnswersOnAndNothingHappens() throws Exception {
    Child child = new Child(home);
    Process process =
        new ProcessBuilder(child.command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    OutputStream in = process.getOutputStream();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(asked(in, out, call(0, "{}"))).contains("send initialize first");
      assertThat(asked(in, out, quoted(HELLO))).contains("\"protocolVersion\":\"2025-11-25\"");
      assertThat(asked(in, out, quoted(HELLO))).contains("initialize has come before");
      assertThat(asked(in, out, "junk")).contains("-32700");
      assertThat(asked(in, out, "\u0000\u0007{}{}")).contains("-32700");
      assertThat(asked(in, out, "[]")).contains("-32600");
      assertThat(asked(in, out, "{".repeat(1000))).contains("-32700");
      assertThat(asked(in, out, "9".repeat(1 << 20))).contains("-32600", "characters");
      assertThat(asked(in, out, call(2, "[".repeat(400) + "]".repeat(400)))).contains("-32700");
      assertThat(asked(in, out, call(3, "[]"))).contains("-32602");
      assertThat(asked(in, out, call(4, "{'a':1,'a':2}"))).contains("-32700");
      assertThat(asked(in, out, call(5, "{'x':1e999,'y':" + "9".repeat(39) + "}")))
          .contains("arg_unknown", "\"isError\":true");
      assertThat(asked(in, out, call(6, "{'instrument':'../../etc'}"))).contains("arg_type");
      assertThat(asked(in, out, quoted("{'jsonrpc':'2.0','id':{},'method':'ping'}")))
          .contains("-32600");
      assertThat(asked(in, out, quoted("{'jsonrpc':'2.0','id':7,'method':'tools/drop'}")))
          .contains("-32601");
      in.write(new byte[] {(byte) 0xc3, (byte) 0x28, '\n'});
      assertThat(asked(in, out, "")).contains("-32700");
      in.write(quoted("{'jsonrpc':'2.0','id':9,'result':{}}\n").getBytes(StandardCharsets.UTF_8));
      assertThat(asked(in, out, quoted("{'jsonrpc':'2.0','id':8,'method':'ping'}")))
          .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":8,\"result\":{}}");
      in.close();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isZero();
    assertThat(child.deeds()).isEmpty();
  }

  /** Answers of calls sent in a row come whole and in their order, the last after the end. */
  @Test
  void sixtyCallsInARowAreAnsweredInTheirOrder() throws Exception {
    Process process =
        new ProcessBuilder(new Child(home).command())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    StringBuilder lines = new StringBuilder(quoted(HELLO)).append('\n');
    for (int id = 2; id <= 61; id++) {
      lines.append(call(id, "{'instrument':'afm'}")).append('\n');
    }
    try (OutputStream in = process.getOutputStream()) {
      in.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (int id = 1; id <= 61; id++) {
        assertThat(out.readLine()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\"");
      }
      assertThat(out.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String call(int id, String arguments) {
    return quoted(
        "{'jsonrpc':'2.0','id':%d,'method':'tools/call','params':{'name':'spm.approach','arguments':%s}}"
            .formatted(id, arguments));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }

  private static String asked(OutputStream in, BufferedReader out, String line) throws IOException {
    if (!line.isEmpty()) {
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } else {
      in.flush();
    }
    return out.readLine();
  }
}
