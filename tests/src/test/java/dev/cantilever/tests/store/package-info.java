/**
 * One suite for every store of journals.
 *
 * <p>Read {@link dev.cantilever.tests.store.StoreSuite} first. A store is done when its suite is
 * green.
 */
package dev.cantilever.tests.store;
