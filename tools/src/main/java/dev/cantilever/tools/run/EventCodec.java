package dev.cantilever.tools.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events as journal entries and back. The type of an entry is the sealed family and the record in
 * it: {@code CallEvent.Settled} is {@code call.settled}.
 */
public final class EventCodec {

  private static final Map<String, RecordType<? extends Record>> BY_TYPE = new TreeMap<>();
  private static final Map<Class<?>, String> WORDS = new HashMap<>();

  static {
    Arrays.stream(Event.class.getPermittedSubclasses())
        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
        .map(event -> event.asSubclass(Record.class))
        .forEach(
            event -> {
              WORDS.put(event, word(event));
              BY_TYPE.put(word(event), RecordType.of(event));
            });
  }

  private EventCodec() {}

  /** The journal's word for an event. */
  public static String typeOf(Event event) {
    return WORDS.get(event.getClass());
  }

  private static String word(Class<?> event) {
    String family = event.getInterfaces()[0].getSimpleName().replaceAll("Event$", "");
    String name = event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
    return (family + "." + name).toLowerCase(Locale.ROOT);
  }

  static ObjectNode write(Event event) {
    return (ObjectNode) writeAs(BY_TYPE.get(typeOf(event)), (Record) event);
  }

  private static <T extends Record> JsonNode writeAs(RecordType<T> type, Record event) {
    return type.write(type.type().cast(event));
  }

  /**
   * The event of a journal entry.
   *
   * @throws UnreadableEvent where this version does not know the type or the body does not fit it
   */
  public static Event read(String type, JsonNode body) {
    RecordType<? extends Record> known = BY_TYPE.get(type);
    if (known == null) {
      throw new UnreadableEvent("unknown event type " + type);
    }
    return switch (known.parse(body)) {
      case Parsed.Valid<? extends Record> valid -> (Event) valid.value();
      case Parsed.Invalid<? extends Record> invalid ->
          throw new UnreadableEvent(type + ": " + invalid.problems().getFirst().message());
    };
  }

  /** A journal entry does not hold an event that this version understands. */
  public static final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message) {
      super(message);
    }
  }
}
