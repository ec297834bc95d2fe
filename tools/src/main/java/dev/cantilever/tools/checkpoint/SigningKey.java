package dev.cantilever.tools.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The key that signs the checkpoints of an installation. Made at first use; only its owner may read
 * it. Whoever calls holds a lock on the folder.
 */
public final class SigningKey {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
  private static final String END = "\n-----END PRIVATE KEY-----\n";

  private final PrivateKey secret;
  private final VerifierKey verifier;

  private SigningKey(PrivateKey secret, VerifierKey verifier) {
    this.secret = secret;
    this.verifier = verifier;
  }

  /** File of the public half. */
  public static Path publicFile(Path folder) {
    return folder.resolve("checkpoints.pub");
  }

  private static Path secretFile(Path folder) {
    return folder.resolve("checkpoints.key");
  }

  /** Whether there is one. */
  public static boolean existsIn(Path folder) {
    return Files.exists(secretFile(folder)) && Files.exists(publicFile(folder));
  }

  /**
   * The public half, without a look at the other.
   *
   * @throws IOException where it cannot be read or is none
   */
  public static VerifierKey verifierIn(Path folder) throws IOException {
    try {
      return VerifierKey.parse(Files.readString(publicFile(folder)));
    } catch (IllegalArgumentException broken) {
      throw new IOException("%s holds no key".formatted(publicFile(folder)), broken);
    }
  }

  /**
   * The key in a folder, made where there is none.
   *
   * @throws UncheckedIOException where it cannot be read, others may read it, or it is broken
   */
  public static SigningKey in(Path folder) {
    try {
      return existsIn(folder) ? read(folder) : make(folder);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
      throw new UncheckedIOException(
          "the key in %s cannot be used".formatted(secretFile(folder)),
          failure instanceof IOException io ? io : new IOException("it is not as it was made"));
    }
  }

  private static SigningKey make(Path folder) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    SigningKey made = new SigningKey(pair.getPrivate(), VerifierKey.of(pair.getPublic()));
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    String pem = BEGIN + lines.encodeToString(pair.getPrivate().getEncoded()) + END;
    put(secretFile(folder), pem, "rw-------");
    put(publicFile(folder), made.verifier.line() + "\n", "rw-r--r--");
    return made;
  }

  private static void put(Path file, String text, String permissions) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, permissions(file, permissions));
    Files.writeString(unfinished, text, StandardCharsets.US_ASCII);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] permissions(Path file, String permissions) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static SigningKey read(Path folder) throws IOException, GeneralSecurityException {
    requireOwnerOnly(secretFile(folder));
    String pem = Files.readString(secretFile(folder), StandardCharsets.US_ASCII);
    String body = pem.replace(BEGIN, "").replace(END, "");
    PrivateKey secret =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    SigningKey key = new SigningKey(secret, verifierIn(folder));
    if (!key.verifier.holds("both halves", key.signature("both halves"))) {
      throw new IOException("its two halves do not belong together");
    }
    return key;
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    Set<PosixFilePermission> others = Files.getPosixFilePermissions(file);
    others.remove(PosixFilePermission.OWNER_READ);
    others.remove(PosixFilePermission.OWNER_WRITE);
    if (!others.isEmpty()) {
      throw new IOException("others may read it; take that away with chmod 600");
    }
  }

  public VerifierKey verifier() {
    return verifier;
  }

  SignedNote sign(Checkpoint checkpoint) {
    return SignedNote.of(checkpoint, verifier, signature(checkpoint.text()));
  }

  private byte[] signature(String text) {
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(secret);
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      return signing.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK signs with Ed25519", impossible);
    }
  }
}
