package dev.cantilever.tests.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that answers with whatever stands in files of its folder, one file for each method,
 * where {@code #} stands for the number of the question and a line with {@code !} for a deed.
 */
final class HostileServer {

  private static final Pattern ASKED =
      Pattern.compile(
          "\"method\":\"([a-z/]+)\".*\"id\":(\\d+)|\"id\":(\\d+).*\"method\":\"([a-z/]+)\"");

  private static final OutputStream OUT = System.out;

  private HostileServer() {}

  /** Serves until it is ended. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Matcher asked = ASKED.matcher(line);
      if (asked.find()) {
        String method = asked.group(1) == null ? asked.group(4) : asked.group(1);
        String id = asked.group(1) == null ? asked.group(3) : asked.group(2);
        answer(file(method), id);
      }
    }
  }

  /** The file with the answer to a method. */
  static Path file(String method) {
    return Path.of(method.replace('/', '-') + ".txt");
  }

  private static void answer(Path file, String id) throws IOException, InterruptedException {
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      switch (line) {
        case "!exit" -> Runtime.getRuntime().halt(1);
        case "!hang" -> Thread.sleep(600_000);
        case "!bytes" -> write(new byte[] {(byte) 0xc3, (byte) 0x28, '\n'});
        case "!drip" -> {
          for (int i = 0; i < 3_000; i++) {
            write(new byte[] {' '});
            Thread.sleep(200);
          }
        }
        case "!long" -> {
          byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 160; i++) {
            write(block);
          }
        }
        case "!progress" -> {
          for (int i = 0; i < 1_000_000; i++) {
            say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{}}");
          }
        }
        default -> say(line.replace("#", id));
      }
    }
  }

  private static void say(String line) throws IOException {
    write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(byte[] bytes) throws IOException {
    OUT.write(bytes);
    OUT.flush();
  }

  /** Lays its answer to a method into its folder. */
  static void lay(Path folder, String method, List<String> lines) throws IOException {
    Path next = folder.resolve("next.txt");
    Files.write(next, lines);
    Files.move(next, folder.resolve(file(method)), StandardCopyOption.REPLACE_EXISTING);
  }
}
