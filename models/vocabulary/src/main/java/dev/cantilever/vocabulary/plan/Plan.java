package dev.cantilever.vocabulary.plan;

import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/**
 * Steps proposed before execution. Holds nothing of who proposed it, so that equal proposals of a
 * person, a grammar and a model are equal plans with one hash.
 *
 * @param goal the wish in the words in which it was said
 * @param steps what to do, in order
 */
public record Plan(
    @Doc("What is wanted, in words.") @Text(maxLength = 65_600) String goal,
    @Doc("What to do, in order.") @Items(max = 50) List<Step> steps) {

  public Plan {
    steps = List.copyOf(steps);
  }
}
