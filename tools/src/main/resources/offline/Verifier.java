import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks an exported run with nothing but a JDK of at least 17:
 *
 * <pre>java Verifier.java FILE [KEY]</pre>
 *
 * FILE is the export, KEY the line that you noted down when you trusted the installation; without
 * it the key in the export speaks for itself. Checked are every line of the log against its hash,
 * the hashes against every signed checkpoint (RFC 9162, Ed25519), the proofs, and all data that the
 * log cites. Exit code 0 where all fits, 1 where something does not, 2 where FILE cannot be read.
 */
public final class Verifier {

  private static final Pattern TAIL =
      Pattern.compile(",\"seq\":(\\d+),\"ts\":\"[^\"]*\",\"type\":\"[^\"]*\",\"v\":1}$");
  private static final Pattern CITED = Pattern.compile("\"blob\":\"(sha256:[0-9a-f]{64})\"");
  private static final String PATH = "((?:[A-Za-z0-9+/]{43}=\n)*)";
  private static final Pattern CONSISTENCY = Pattern.compile("consistency (\\d+) (\\d+)\n" + PATH);
  private static final Pattern INCLUSION =
      Pattern.compile("c2sp\\.org/tlog-proof@v1\nindex (\\d+)\n" + PATH + "\n(.*)", Pattern.DOTALL);
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Map<String, byte[]> files;
  private final String key;
  private final List<String> findings = new ArrayList<>();
  private final List<byte[]> leaves = new ArrayList<>();
  private final TreeMap<Long, byte[]> signed = new TreeMap<>();
  private final TreeSet<String> cited = new TreeSet<>();
  private final TreeSet<String> origins = new TreeSet<>();

  Verifier(Map<String, byte[]> files, String key) {
    this.files = files;
    String own = text("key.txt");
    this.key = !key.isEmpty() ? key : own.endsWith("\n") ? own.substring(0, own.length() - 1) : "";
  }

  public static void main(String[] arguments) {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: java Verifier.java FILE [KEY]");
      System.exit(2);
    }
    try {
      Map<String, byte[]> files = read(Path.of(arguments[0]));
      System.exit(new Verifier(files, arguments.length > 1 ? arguments[1] : "").told() ? 0 : 1);
    } catch (IOException unreadable) {
      System.err.println("cannot be read: " + unreadable.getMessage());
      System.exit(2);
    }
  }

  private static Map<String, byte[]> read(Path file) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  private boolean told() {
    for (String finding : check()) {
      System.out.println(finding);
    }
    if (!findings.isEmpty()) {
      System.out.println("NOT as it was written, findings: " + findings.size());
      return false;
    }
    System.out.printf(
        "%s: intact, %d entries, data %d%n", origins.first(), leaves.size(), cited.size());
    System.out.printf(
        "signed by %s: checkpoints %d, the last over %d entries%n", key, signed.size(), last());
    System.out.println("The other files describe the log and are not signed.");
    return true;
  }

  private long last() {
    return signed.isEmpty() ? 0 : signed.lastKey();
  }

  /** Everything that does not fit. */
  List<String> check() {
    log();
    checkpoints();
    if (signed.isEmpty()) {
      find("checkpoints.txt", "holds no signed checkpoint");
    }
    roots();
    proofs();
    data();
    if (origins.size() > 1) {
      find("checkpoints.txt", "is of several logs: " + origins);
    }
    return findings;
  }

  private void find(String where, String what) {
    findings.add(where + ": " + what);
  }

  private String text(String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private List<byte[]> lines(String name) {
    List<byte[]> lines = new ArrayList<>();
    byte[] all = files.getOrDefault(name, new byte[0]);
    int from = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == '\n') {
        lines.add(Arrays.copyOfRange(all, from, i));
        from = i + 1;
      }
    }
    if (from < all.length) {
      lines.add(Arrays.copyOfRange(all, from, all.length));
      find(name, "does not end with a whole line");
    }
    return lines;
  }

  /** Lines, their numbers, and their hashes, which stand in a file of their own. */
  private void log() {
    List<byte[]> hashes = lines("leaves.txt");
    for (byte[] line : lines("log.jsonl")) {
      int at = leaves.size();
      byte[] leaf = sha256(new byte[] {0}, line);
      String hex = HexFormat.of().formatHex(leaf);
      if (at >= hashes.size()
          || !hex.equals(new String(hashes.get(at), StandardCharsets.US_ASCII))) {
        find("entry " + at, "its text does not fit its hash");
      }
      String text = new String(line, StandardCharsets.UTF_8);
      Matcher tail = TAIL.matcher(text);
      if (!tail.find() || !tail.group(1).equals(String.valueOf(at))) {
        find("entry " + at, "is not the line of that number");
      }
      CITED.matcher(text).results().forEach(one -> cited.add(one.group(1)));
      leaves.add(leaf);
    }
    if (hashes.size() > leaves.size()) {
      find("entry " + leaves.size(), "is missing; there is a hash of it");
    }
  }

  /** Notes of six lines: origin, size, root, time, nothing, signature. */
  private void checkpoints() {
    List<byte[]> lines = lines("checkpoints.txt");
    for (int from = 0; from < lines.size(); from += 6) {
      int end = Math.min(from + 6, lines.size());
      StringBuilder note = new StringBuilder();
      lines
          .subList(from, end)
          .forEach(l -> note.append(new String(l, StandardCharsets.UTF_8)).append('\n'));
      if (!isSigned(note.toString())) {
        find("checkpoint " + (from / 6 + 1), "is not signed by " + key);
      }
    }
  }

  private boolean isSigned(String note) {
    try {
      String[] keyParts = key.split("\\+", 3);
      byte[] typed = base64(keyParts[2]);
      byte[] id = Arrays.copyOf(sha256(bytes(keyParts[0] + "\n"), typed), 4);
      String[] lines = note.split("\n", -1);
      String prefix = "— " + keyParts[0] + " ";
      byte[] signature = base64(lines[5].substring(prefix.length()));
      boolean fits =
          lines.length == 7
              && lines[4].isEmpty()
              && lines[5].startsWith(prefix)
              && HexFormat.of().formatHex(id).equals(keyParts[1])
              && Arrays.equals(id, Arrays.copyOf(signature, 4))
              && verify(typed, note.substring(0, note.indexOf("\n\n") + 1), signature);
      if (fits) {
        signed.put(Long.parseLong(lines[1]), base64(lines[2]));
        origins.add(lines[0]);
      }
      return fits;
    } catch (GeneralSecurityException | RuntimeException malformed) {
      return false;
    }
  }

  private static boolean verify(byte[] typed, String text, byte[] signature)
      throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(ED25519, ED25519.length + 32);
    System.arraycopy(typed, 1, encoded, ED25519.length, 32);
    PublicKey ours =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(ours);
    check.update(bytes(text));
    return typed[0] == 1 && check.verify(Arrays.copyOfRange(signature, 4, signature.length));
  }

  /** The root over so many leaves as every checkpoint has signed it. */
  private void roots() {
    Deque<byte[]> subtrees = new ArrayDeque<>();
    long fitting = 0;
    for (int size = 1; size <= leaves.size(); size++) {
      byte[] node = leaves.get(size - 1);
      for (int bits = size - 1; (bits & 1) == 1; bits >>= 1) {
        node = node(subtrees.pop(), node);
      }
      subtrees.push(node);
      byte[] known = signed.get((long) size);
      if (known != null && !Arrays.equals(known, root(subtrees))) {
        find("entries %d to %d".formatted(fitting, size - 1), "not those that were signed");
        return;
      }
      fitting = known != null ? size : fitting;
    }
    if (last() > leaves.size()) {
      find("entry " + leaves.size(), "is missing; " + last() + " entries were signed");
    }
  }

  private static byte[] root(Deque<byte[]> subtrees) {
    byte[] root = null;
    for (byte[] subtree : subtrees) {
      root = root == null ? subtree : node(subtree, root);
    }
    return root;
  }

  /** Every proof, held against the signed roots alone. */
  private void proofs() {
    for (String name : files.keySet()) {
      if (name.startsWith("proofs/") && !name.endsWith("/")) {
        try {
          Matcher longer = CONSISTENCY.matcher(text(name));
          Matcher inside = INCLUSION.matcher(text(name));
          boolean holds =
              longer.matches()
                  ? extendsTo(
                      Long.parseLong(longer.group(1)),
                      Long.parseLong(longer.group(2)),
                      path(longer.group(3)))
                  : inside.matches()
                      && includes(
                          Integer.parseInt(inside.group(1)),
                          path(inside.group(2)),
                          inside.group(3));
          if (!holds) {
            find(name, "does not prove what it says");
          }
        } catch (RuntimeException malformed) {
          find(name, "is no proof");
        }
      }
    }
  }

  private static List<byte[]> path(String lines) {
    return lines.lines().map(Verifier::base64).toList();
  }

  private static byte[] base64(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("not as a program writes it");
    }
    return bytes;
  }

  /** RFC 9162, section 2.1.3.2. */
  private boolean includes(int index, List<byte[]> path, String note) {
    long last = Long.parseLong(note.split("\n")[1]) - 1;
    byte[] root = isSigned(note) ? signed.get(last + 1) : null;
    byte[] hash = leaves.get(index);
    long node = index;
    for (byte[] next : path) {
      boolean right = (node & 1) == 1 || node == last;
      hash = right ? node(next, hash) : node(hash, next);
      for (; right && (node & 1) == 0 && node != 0; last >>= 1) {
        node >>= 1;
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** RFC 9162, section 2.1.4.2, for sizes that differ. */
  private boolean extendsTo(long first, long size, List<byte[]> path) {
    Deque<byte[]> hashes = new ArrayDeque<>(path);
    if (Long.bitCount(first) == 1) {
      hashes.push(signed.get(first));
    }
    long node = (first - 1) >> Long.numberOfTrailingZeros(first);
    long last = (size - 1) >> Long.numberOfTrailingZeros(first);
    byte[] old = hashes.pop();
    byte[] now = old;
    for (byte[] next : hashes) {
      boolean right = (node & 1) == 1 || node == last;
      old = right ? node(next, old) : old;
      now = right ? node(next, now) : node(now, next);
      for (; right && (node & 1) == 0 && node != 0; last >>= 1) {
        node >>= 1;
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0
        && first < size
        && Arrays.equals(old, signed.get(first))
        && Arrays.equals(now, signed.get(size));
  }

  private void data() {
    for (String hash : cited) {
      byte[] bytes = files.get("data/" + hash.replace("sha256:", ""));
      if (bytes == null || !hash.endsWith(HexFormat.of().formatHex(sha256(bytes)))) {
        find("data " + hash, bytes == null ? "are missing" : "do not fit their hash");
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }
}
