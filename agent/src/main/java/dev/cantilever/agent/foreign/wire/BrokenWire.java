package dev.cantilever.agent.foreign.wire;

/** Why a server gave no answer, in words of ours. */
public final class BrokenWire extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  BrokenWire(Reason reason) {
    super(reason.words());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What can go wrong. */
  public enum Reason {
    NOT_STARTED("cannot be started; look at command and arguments in foreign-servers.yaml"),
    NOT_REACHED("cannot be reached; look at url in foreign-servers.yaml"),
    NO_TOKEN("needs a token file that can be read; look at token_file in foreign-servers.yaml"),
    NOT_LET_IN("does not let us in; look at its token"),
    SILENT("did not answer in time"),
    STOPPED("was not waited for, because a stop was asked for"),
    ENDED("ended before it had answered"),
    TOO_LONG("sent a message that is longer than is read"),
    TOO_MANY("sent too many messages and no answer among them"),
    NOT_A_MESSAGE("sent something that is no message of the protocol"),
    ANOTHER_ANSWER("answered something that was not asked, or twice"),
    OTHER_PROTOCOL("speaks no revision of the protocol that we speak"),
    NOT_AS_DESCRIBED("answered with something else than the protocol has there"),
    ERROR("refused the request");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** To stand behind the name of the server. */
    public String words() {
      return words;
    }

    /** Whether the conversation may go on after it. */
    boolean isHarmless() {
      return this == ERROR;
    }
  }
}
