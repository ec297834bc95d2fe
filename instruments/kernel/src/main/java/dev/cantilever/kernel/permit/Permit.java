package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.second.SecondCheck;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.Verb;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Leave to do one exact command, once, soon. Made by the gate alone. */
public final class Permit {

  private final CommandKey key;
  private final Command command;
  private final BooleanSupplier stillValid;
  private final SecondCheck second;
  private final AtomicBoolean used = new AtomicBoolean();

  Permit(CommandKey key, Command command, BooleanSupplier stillValid, SecondCheck second) {
    this.key = key;
    this.command = command;
    this.stillValid = stillValid;
    this.second = second;
  }

  /** The name under which the device's own ledger must keep the command. */
  public CommandKey key() {
    return key;
  }

  /** What kind of command it is for; does not spend it. */
  public Verb verb() {
    return command.verb();
  }

  /**
   * Spends the permit and yields its command. Call immediately before acting.
   *
   * @throws PermitRefused where it was used before, has expired, or the gate was stopped meanwhile
   */
  public Command redeem() {
    if (!used.compareAndSet(false, true)) {
      throw new PermitRefused("permit for " + key + " was used before");
    }
    if (!stillValid.getAsBoolean()) {
      throw new PermitRefused("permit for " + key + " is no longer valid");
    }
    return command;
  }

  /**
   * The last look at what is about to leave: the name of the command's record and its numbers in SI
   * units, read back from the bytes that the driver will write. Call between encoding and writing.
   *
   * @throws PermitRefused where a number lies outside of the envelope's text
   */
  public void lastLook(List<String> encoded) {
    second
        .offence(encoded)
        .ifPresent(
            words -> {
              throw new PermitRefused("the second check refuses: " + words);
            });
  }
}
