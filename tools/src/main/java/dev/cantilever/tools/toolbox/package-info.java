/** All tools that ship; read {@link dev.cantilever.tools.toolbox.Toolbox}. */
package dev.cantilever.tools.toolbox;
