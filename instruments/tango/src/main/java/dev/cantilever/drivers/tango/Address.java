package dev.cantilever.drivers.tango;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is.
 *
 * @param authority host and port of the Tango database, or of the device's server
 * @param device its name, domain/family/member
 * @param hasDatabase whether the authority is a database that knows where the server is
 */
record Address(String authority, String device, boolean hasDatabase) {

  static final String SHAPE = "tango://host:port/domain/family/member, perhaps with #dbase=no";

  private static final Pattern TEXT =
      Pattern.compile(
          "tango://([A-Za-z0-9._-]{1,200}:[1-9][0-9]{0,4})"
              + "/([A-Za-z0-9_.-]{1,80}(?:/[A-Za-z0-9_.-]{1,80}){2})(#dbase=(?:no|yes))?");

  static Optional<Address> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Address(matcher.group(1), matcher.group(2), !"#dbase=no".equals(matcher.group(3))))
        : Optional.empty();
  }

  /** The object that is asked first, the device or the database. */
  String location() {
    return "corbaloc:iiop:1.2@%s/%s".formatted(authority, hasDatabase ? "database" : device);
  }
}
