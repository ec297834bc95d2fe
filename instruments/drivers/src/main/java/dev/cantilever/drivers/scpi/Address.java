package dev.cantilever.drivers.scpi;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an instrument is reached: {@code tcp://host:port} or {@code serial:/dev/…?baud=…}. */
sealed interface Address {

  /** A raw socket. */
  record Tcp(String host, int port) implements Address {
    @Override
    public Wire open(Deadline deadline) throws IOException {
      return TcpWire.open(host, port, deadline);
    }
  }

  /** A serial port. */
  record Serial(String path, int baud) implements Address {
    @Override
    public Wire open(Deadline deadline) throws IOException {
      return SerialWire.open(path, baud, deadline);
    }
  }

  Pattern TCP = Pattern.compile("tcp://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
  Pattern SERIAL = Pattern.compile("serial:([^?\\s]+)\\?baud=([0-9]{1,8})");

  /** Empty where the text is neither. */
  static Optional<Address> parse(String text) {
    Matcher tcp = TCP.matcher(text);
    if (tcp.matches() && isPort(Integer.parseInt(tcp.group(2)))) {
      return Optional.of(new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2))));
    }
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches() && Integer.parseInt(serial.group(2)) > 0) {
      return Optional.of(new Serial(serial.group(1), Integer.parseInt(serial.group(2))));
    }
    return Optional.empty();
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= 65535;
  }

  Wire open(Deadline deadline) throws IOException;
}
