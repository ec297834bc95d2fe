package dev.cantilever.vocabulary.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON (RFC 8259) as maps, lists, texts, doubles, truth values and null. Strict: no names twice, no
 * more than 32 levels, nothing after the value.
 */
final class JsonReader {

  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?");

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  static Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.failure("nothing more");
    }
    return value;
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw failure("at most %d levels".formatted(DEEPEST));
    }
    blanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    if (skip('}')) {
      return object;
    }
    do {
      blanks();
      String name = string();
      expect(':');
      if (object.containsKey(name)) {
        throw failure("no name twice");
      }
      object.put(name, value(depth + 1));
    } while (skip(','));
    expect('}');
    return object;
  }

  private List<Object> array(int depth) {
    List<Object> array = new ArrayList<>();
    at++;
    if (skip(']')) {
      return array;
    }
    do {
      array.add(value(depth + 1));
    } while (skip(','));
    expect(']');
    return array;
  }

  private String string() {
    if (peek() != '"') {
      throw failure("a text");
    }
    at++;
    StringBuilder string = new StringBuilder();
    for (char next = next(); next != '"'; next = next()) {
      if (next < ' ') {
        throw failure("no control character");
      }
      string.append(next == '\\' ? escaped() : next);
    }
    return string.toString();
  }

  private char escaped() {
    char next = next();
    return switch (next) {
      case '"', '\\', '/' -> next;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw failure("an escape of JSON");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw failure("four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Double number() {
    Matcher matcher = NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER));
    if (!matcher.lookingAt()) {
      throw failure("a value");
    }
    at = matcher.end();
    return Double.valueOf(matcher.group());
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw failure("a value");
    }
    at += word.length();
    return value;
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char wanted) {
    blanks();
    boolean isThere = at < text.length() && text.charAt(at) == wanted;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(char wanted) {
    if (!skip(wanted)) {
      throw failure("\"%c\"".formatted(wanted));
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw failure("more");
    }
    return text.charAt(at);
  }

  private char next() {
    char next = peek();
    at++;
    return next;
  }

  private WireFailure failure(String expected) {
    return new WireFailure("JSON, character %d: expected %s".formatted(at, expected));
  }
}
