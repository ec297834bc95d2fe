/**
 * What a reviewer gets: a run in one file that needs nothing of ours to be checked, and for each
 * step who asked, what was known, who approved.
 *
 * <p>Read {@link dev.cantilever.tools.audit.Why} first. Everything here is read from journals alone
 * and changes nothing. The class that checks an exported run stands among the resources as {@code
 * offline/Verifier.java}: it is shipped as text, and knows only the JDK.
 */
package dev.cantilever.tools.audit;
