/**
 * What every driver of a real instrument or of a twin is wrapped in: deadlines of our own, and a
 * look at each reading before anybody believes it. Start with {@link
 * dev.cantilever.drivers.care.WatchfulDriver}.
 */
package dev.cantilever.drivers.care;
