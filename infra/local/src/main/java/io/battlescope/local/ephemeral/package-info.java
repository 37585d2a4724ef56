/**
 * Infrastructure for tests: started once per build by whichever test needs it first, thrown away when the build is over. A
 * process of its own holds it, because neither a test JVM nor Maven lives for exactly as long as a build does.
 */
package io.battlescope.local.ephemeral;
