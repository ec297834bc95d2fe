package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.field.Field;
import java.util.List;

/**
 * What a scan has recorded: a field for every channel and direction, its row 0 the lower of the two
 * bounding lines.
 *
 * @param firstLine of the frame that was scanned first
 * @param lastLine of the frame that was scanned last, below the first where the scan went down
 * @param seconds that it took
 */
public record AfmScan(List<Field> fields, int firstLine, int lastLine, double seconds) {

  public AfmScan {
    fields = List.copyOf(fields);
  }

  /** The field of one channel and direction. */
  public Field field(Channel channel, Direction direction) {
    String name = name(channel, direction);
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }

  static String name(Channel channel, Direction direction) {
    return channel.title() + " " + direction.title();
  }
}
