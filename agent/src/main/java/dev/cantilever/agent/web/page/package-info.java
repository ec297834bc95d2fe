/**
 * The page that people open: files as they lie in this program, served as they are.
 *
 * <p>Read {@link dev.cantilever.agent.web.page.PageFiles} first. The page is plain modules of
 * JavaScript, made by nobody's build; everything it shows it asks of the same routes as any
 * program. Its policy forbids whatever is not a file of this server, and turning text into markup.
 */
package dev.cantilever.agent.web.page;
