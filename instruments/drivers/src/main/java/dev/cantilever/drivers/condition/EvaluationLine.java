package dev.cantilever.drivers.condition;

import dev.cantilever.drivers.ledger.LineForm;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import java.util.ArrayList;
import java.util.List;

/** Source, fidelity, then the settings as {@code name=value}. */
final class EvaluationLine implements LineForm<Evaluation> {

  @Override
  public List<String> write(Evaluation evaluation) {
    List<String> fields = new ArrayList<>();
    fields.add(evaluation.source());
    fields.add(Integer.toString(evaluation.command().fidelity()));
    for (Setting setting : evaluation.command().settings()) {
      fields.add(setting.parameter() + "=" + setting.value());
    }
    return fields;
  }

  @Override
  public Evaluation read(List<String> fields) {
    if (fields.size() < 3) {
      throw new IllegalArgumentException("an evaluation has source, fidelity and settings");
    }
    return new Evaluation(
        fields.get(0),
        new Evaluate(
            fields.stream().skip(2).map(EvaluationLine::setting).toList(),
            Integer.parseInt(fields.get(1))));
  }

  private static Setting setting(String field) {
    int equals = field.lastIndexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("\"%s\" is not a setting".formatted(field));
    }
    return new Setting(field.substring(0, equals), Double.parseDouble(field.substring(equals + 1)));
  }
}
