/**
 * The edge over HTTP seen from outside: who may ask, from where, how much, and what is shown to
 * whoever watches.
 *
 * <p>Read {@link dev.cantilever.tests.web.RoleMatrixTest} first. Every route of the program's own
 * table is asked, so that a new one is tested before anybody thinks of it. What a browser or the
 * JDK's client would not send is sent by {@link dev.cantilever.tests.web.RawHttp}.
 */
package dev.cantilever.tests.web;
