package dev.cantilever.agent.web;

import dev.cantilever.agent.edge.AllowedNames;
import dev.cantilever.agent.edge.Secret;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.token.TokenBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Who may ask at all, and what. Whatever is not granted is refused. */
public final class Doorkeeper {

  private final TokenBook tokens;
  private final AllowedNames names;
  private final RateLimit addresses;
  private final RateLimit callers;
  private final boolean firstNeedsNone;

  /**
   * A doorkeeper.
   *
   * @param firstNeedsNone whether somebody at this machine needs no token until one is made
   * @param nanos a clock that never runs backwards
   */
  public Doorkeeper(
      TokenBook tokens,
      AllowedNames names,
      boolean firstNeedsNone,
      Limits limits,
      LongSupplier nanos) {
    this.tokens = tokens;
    this.names = names;
    this.firstNeedsNone = firstNeedsNone;
    this.addresses = new RateLimit(limits.perAddress(), nanos);
    this.callers = new RateLimit(limits.perCaller(), nanos);
  }

  /**
   * A request before its body is read.
   *
   * @param address of the other side, as text
   * @param isHere whether the other side is this machine
   */
  public record Visit(Headers headers, String address, boolean isHere) {}

  /** The headers that matter. */
  public interface Headers {
    /** All values of one name, whatever its case; none where it is missing. */
    List<String> all(String name);
  }

  /** What the doorkeeper says. */
  public sealed interface Ruling {

    /** Come in. */
    record Welcome(Caller caller) implements Ruling {}

    /** Not you, not so, or not now. */
    record Refused(Trouble trouble) implements Ruling {}
  }

  /** Whether the request may come from there at all; for every request, also for no route. */
  public Optional<Trouble> objection(Visit visit, boolean changesSomething) {
    List<String> hosts = visit.headers().all("Host");
    List<String> origins = visit.headers().all("Origin");
    List<String> sites = visit.headers().all("Sec-Fetch-Site");
    boolean ours =
        hosts.size() == 1
            && hosts.stream().allMatch(names::isHost)
            && origins.size() <= 1
            && origins.stream().allMatch(names::isOrigin)
            && sites.stream().allMatch(site -> site.equals("same-origin") || site.equals("none"));
    boolean namelessPage = changesSomething && !sites.isEmpty() && origins.isEmpty();
    return ours && !namelessPage
        ? Optional.empty()
        : Optional.of(
            Trouble.of(
                403,
                "Not from there",
                "only pages and names of this server may ask; serve --name adds a name"));
  }

  /** Whether this address asks too often. */
  public Optional<Trouble> haste(Visit visit) {
    return hasty(addresses.take(visit.address()));
  }

  private static Optional<Trouble> hasty(long seconds) {
    return seconds == 0 ? Optional.empty() : Optional.of(Trouble.tooMany(seconds));
  }

  /** Whether whoever sends this may ask for that. */
  public Ruling judge(Visit visit, Access access) {
    return switch (access) {
      case Access.Anybody anybody -> new Ruling.Welcome(Caller.SOMEBODY_HERE);
      case Access.AnybodyHere here ->
          visit.isHere() ? new Ruling.Welcome(nameFor(visit)) : known(visit, Ruling.Welcome::new);
      case Access.Known known -> known(visit, this::unhurried);
      case Access.Needs needs -> known(visit, caller -> granted(caller, needs));
    };
  }

  private Ruling known(Visit visit, Function<Caller, Ruling> judged) {
    if (isFirst(visit)) {
      return judged.apply(Caller.FIRST);
    }
    return switch (finding(visit)) {
      case TokenBook.Finding.Unknown unknown -> refused(unknown());
      case TokenBook.Finding.Over over ->
          refused(unknown("the token %s has ended".formatted(over.token().name())));
      case TokenBook.Finding.Valid valid -> judged.apply(Caller.of(valid.token()));
    };
  }

  /** Whoever shows a token is taken at that, good or not. */
  private boolean isFirst(Visit visit) {
    return firstNeedsNone
        && visit.isHere()
        && visit.headers().all("Authorization").isEmpty()
        && tokens.isUnused();
  }

  /** Also whoever needs no token is told by it in the journal. */
  private Caller nameFor(Visit visit) {
    return finding(visit) instanceof TokenBook.Finding.Valid valid
        ? Caller.of(valid.token())
        : Caller.SOMEBODY_HERE;
  }

  private TokenBook.Finding finding(Visit visit) {
    List<String> given = visit.headers().all("Authorization");
    return given.size() == 1
        ? Secret.of(Optional.of(given.getFirst()))
            .map(tokens::find)
            .orElseGet(TokenBook.Finding.Unknown::new)
        : new TokenBook.Finding.Unknown();
  }

  private Ruling unhurried(Caller caller) {
    return hasty(callers.take(caller.name()))
        .<Ruling>map(Ruling.Refused::new)
        .orElseGet(() -> new Ruling.Welcome(caller));
  }

  private Ruling granted(Caller caller, Access.Needs needs) {
    Ruling ruling = unhurried(caller);
    boolean refusable = ruling instanceof Ruling.Welcome && !caller.isGranted(needs);
    return refusable ? refused(notGranted(caller, needs)) : ruling;
  }

  private static Trouble notGranted(Caller caller, Access.Needs needs) {
    return Trouble.of(
        403,
        "Not granted",
        "this needs the role %s and the scope %s; the token %s has the role %s and %s"
            .formatted(
                needs.role().word(),
                needs.scope().word(),
                caller.name(),
                caller.role().map(Role::word).orElse("none"),
                caller.scopes().stream().map(Scope::word).toList()));
  }

  private static Ruling refused(Trouble trouble) {
    return new Ruling.Refused(trouble);
  }

  private static Trouble unknown() {
    return unknown("no valid token; send Authorization: Bearer and a token of cantilever token");
  }

  private static Trouble unknown(String words) {
    return Trouble.of(401, "Unknown", words).with("WWW-Authenticate", "Bearer");
  }
}
