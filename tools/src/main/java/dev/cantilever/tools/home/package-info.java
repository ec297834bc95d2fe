/**
 * Where everything of an installation lies on disk: desk, runs, instruments.
 *
 * <p>Read {@link dev.cantilever.tools.home.Home} first.
 */
package dev.cantilever.tools.home;
