package dev.cantilever.agent.knowledge;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.vocabulary.schema.Text;

/**
 * One entry of the knowledge base.
 *
 * @param name of its file
 * @param text what it says, without its head
 * @param hash of the whole file
 */
record Note(String name, Head head, String text, Hash hash) {

  /**
   * What stands above it.
   *
   * @param keywords words by which it is to be found, too
   * @param source what it rests on: authors, journal, year, DOI
   * @param licence of its own text
   * @param date when it was written, as year, month and day
   * @param trust {@code curated}: written for this product from the sources that it names
   * @param reviewer who stands for it
   */
  record Head(
      @Text(maxLength = 120) String title,
      @Text(maxLength = 400) String keywords,
      @Text(maxLength = 400) String source,
      @Text(maxLength = 40) String licence,
      @Text(maxLength = 10) String date,
      @Text(maxLength = 40) String trust,
      @Text(maxLength = 80) String reviewer) {}

  /** All by which it can be found. */
  String searched() {
    return head.title() + " " + head.keywords() + " " + text;
  }
}
