/**
 * What every driver of a real instrument or of a twin is wrapped in: deadlines of our own, a look
 * at each reading before anybody believes it, and a comparison of scans that tells how the sample
 * drifts. Start with {@link dev.cantilever.drivers.care.WatchfulDriver}.
 */
package dev.cantilever.drivers.care;
