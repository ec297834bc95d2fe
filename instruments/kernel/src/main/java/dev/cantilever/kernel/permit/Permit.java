package dev.cantilever.kernel.permit;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Leave to do one exact command, once, soon. Made by the gate alone. */
public final class Permit {

  private final CommandKey key;
  private final Command command;
  private final BooleanSupplier stillValid;
  private final AtomicBoolean used = new AtomicBoolean();

  Permit(CommandKey key, Command command, BooleanSupplier stillValid) {
    this.key = key;
    this.command = command;
    this.stillValid = stillValid;
  }

  /** The name under which the device's own ledger must keep the command. */
  public CommandKey key() {
    return key;
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
}
