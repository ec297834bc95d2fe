/** JSON text as a value: for what is typed elsewhere, such as the arguments of some tool. */
package dev.cantilever.vocabulary.json;
