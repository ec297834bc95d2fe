package dev.cantilever.drivers.scpi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A voltage output and a heater with limits, a queue of errors and a record of all that it was
 * told: the instrument itself, without any wire. Numbers of errors as in SCPI-99, volume 2, chapter
 * 21.
 */
final class Supply {

  private static final double MOST_VOLTS = 30;
  private static final double MOST_CELSIUS = 300;
  private static final double CELSIUS_PER_LOOK = 20;
  private static final int LONGEST_QUEUE = 10;

  private final Deque<String> errors = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private double volts;
  private double setCelsius = 20;
  private double celsius = 20;
  private double rate;
  private boolean heats = true;
  private boolean on;
  private double dispensed;

  /** What each query answers instead; a test's hand inside the instrument. */
  String spoiltReply = "";

  String identity = "Example,HS2,4711,1.3";

  /** Answers of one line, joined as SCPI has it; empty where nothing was asked. */
  synchronized String tell(String line) {
    heard.add(line);
    List<String> answers = new ArrayList<>();
    for (String message : line.split(";", -1)) {
      String answer = message.endsWith("?") ? query(message) : command(message.strip());
      if (!answer.isEmpty()) {
        answers.add(answer);
      }
    }
    return String.join(";", answers);
  }

  private String query(String message) {
    boolean spoilt = !spoiltReply.isEmpty() && message.startsWith("MEAS");
    return spoilt
        ? spoiltReply
        : switch (message) {
          case "*IDN?" -> identity;
          case "SYST:ERR?" -> errors.isEmpty() ? "0,\"No error\"" : errors.pop();
          case "SOUR1:VOLT?" -> number(volts);
          case "MEAS1:VOLT?" -> number(on ? volts : 0);
          case "OUTP?" -> on ? "1" : "0";
          case "SOUR2:RATE?" -> number(rate);
          case "MEAS2:TEMP?" -> number(warmed());
          case "DISP?" -> number(dispensed);
          default -> error("-113,\"Undefined header\"");
        };
  }

  /** It warms while it is looked at, so that no clock is needed. */
  private double warmed() {
    double way = (heats ? setCelsius : 20) - celsius;
    celsius += Math.max(-CELSIUS_PER_LOOK, Math.min(CELSIUS_PER_LOOK, way));
    return celsius;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%+.6E", value);
  }

  private String command(String message) {
    String[] words = message.split(" ", 2);
    String argument = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "SOUR1:VOLT" -> volts = within(argument, MOST_VOLTS, volts);
      case "SOUR2:TEMP" -> {
        setCelsius = within(argument, MOST_CELSIUS, setCelsius);
        heats = true;
      }
      case "SOUR2:RATE" -> rate = within(argument, 1000, rate);
      case "OUTP" -> on = within(argument, 1, on ? 1 : 0) == 1;
      case "OUTP:ALL" -> {
        on = false;
        heats = false;
      }
      case "DISP" -> dispensed += Double.parseDouble(argument.split(",", 2)[1]);
      default -> error("-113,\"Undefined header\"");
    }
    return "";
  }

  private double within(String argument, double most, double otherwise) {
    double value = Double.parseDouble(argument);
    if (value >= 0 && value <= most) {
      return value;
    }
    error("-222,\"Data out of range\"");
    return otherwise;
  }

  private String error(String text) {
    if (errors.size() < LONGEST_QUEUE) {
      errors.add(text);
    }
    return "";
  }

  /** How often it was told a command. */
  synchronized long times(String command) {
    return heard.stream().filter(line -> line.equals(command)).count();
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  synchronized String acts() {
    return heard.stream().filter(line -> !line.endsWith("?")).collect(Collectors.joining(" / "));
  }

  synchronized boolean isOn() {
    return on;
  }
}
