/**
 * The page as people meet it: a real browser on a real server.
 *
 * <p>Read {@link dev.cantilever.tests.page.Browser} first. Where no Chromium is installed these
 * tests are skipped with a word; continuous integration installs one.
 */
package dev.cantilever.tests.page;
