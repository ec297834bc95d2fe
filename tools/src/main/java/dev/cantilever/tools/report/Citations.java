package dev.cantilever.tools.report;

import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.CallId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calls on which figures and numbers of a page rest. Each stands in a table at its end, where
 * its link leads; the page of the server takes the same link to the call in the log.
 */
final class Citations {

  private static final Pattern LEADING = Pattern.compile("call-\\d+\\b");
  private static final int LONGEST = 200;

  private final Map<String, CallState> calls = new LinkedHashMap<>();
  private final Map<String, CallState> cited = new LinkedHashMap<>();

  Citations(RunState run) {
    run.calls().forEach(call -> calls.put(call.call().value(), call));
  }

  /** A link to a call. */
  String link(CallId call) {
    return link(call.value());
  }

  private String link(String call) {
    CallState known = calls.get(call);
    if (known == null) {
      return Html.text(call);
    }
    cited.put(call, known);
    return "<a class='call' data-call='%s' href='#%s'>%s</a>".formatted(call, call, call);
  }

  /** Of data that many calls gave: the first and the last of them. */
  String from(CallId start, List<CallId> data) {
    String whole = "from " + link(start);
    return switch (data.size()) {
      case 0 -> whole;
      case 1 -> "%s, data of %s".formatted(whole, link(data.getFirst()));
      default ->
          "%s, data of %d calls, %s to %s"
              .formatted(whole, data.size(), link(data.getFirst()), link(data.getLast()));
    };
  }

  /** A line of text whose first word may name a call. */
  String linked(String line) {
    Matcher word = LEADING.matcher(line);
    return word.lookingAt()
        ? link(word.group()) + Html.text(line.substring(word.end()))
        : Html.text(line);
  }

  /** Every call that was cited, with what it was asked. */
  String table() {
    StringBuilder html = new StringBuilder();
    if (cited.isEmpty()) {
      return "";
    }
    html.append("<h2>Calls that this page rests on</h2><table class='calls'>");
    html.append("<tr><th>call</th><th>step</th><th>tool</th><th>arguments</th></tr>");
    cited.forEach(
        (name, call) ->
            html.append(
                "<tr id='%s'><th>%s</th><td>%s</td><td>%s</td><td><code>%s</code></td></tr>"
                    .formatted(
                        name,
                        link(name),
                        Html.text(call.step().orElse("")),
                        Html.text(call.tool()),
                        Html.text(shortened(call.arguments().map(Object::toString).orElse(""))))));
    return html.append("</table>").toString();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }
}
