/** The Bayesian core at work, from a sentence to a run that replays. */
package dev.cantilever.tests.bayesian;
