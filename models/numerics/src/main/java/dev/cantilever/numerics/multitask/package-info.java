/**
 * Several tasks learnt together: instruments on one specimen, or fidelities of one quantity.
 *
 * <p>The number of a task travels as the last column of the inputs, so that a process of several
 * tasks is an ordinary surrogate with the kernel of a {@link
 * dev.cantilever.numerics.multitask.MultiTaskModel}: read that first. Noise that differs between
 * tasks is given with the observations.
 */
package dev.cantilever.numerics.multitask;
