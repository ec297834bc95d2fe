/** The main job of the product, end to end: one sentence runs a real-data experiment. */
package dev.cantilever.tests.firstlight;
