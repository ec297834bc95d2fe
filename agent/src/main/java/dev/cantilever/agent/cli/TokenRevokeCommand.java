package dev.cantilever.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code token revoke NAME}. */
@Command(name = "revoke", description = "Takes a token back; a server that runs knows at once.")
final class TokenRevokeCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(paramLabel = "NAME", description = "Whose it is; token list tells all.")
  private String name;

  @Override
  public Integer call() {
    boolean found = Tokens.book(home.installation()).revoke(name);
    new Screen(System.out, System.err)
        .say(found ? name + " may not ask any more." : "there is no token named " + name);
    return found ? ExitCode.OK : ExitCode.REFUSED;
  }
}
