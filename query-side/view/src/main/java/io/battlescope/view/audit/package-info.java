/** Who did what, and what came of it. */
package io.battlescope.view.audit;
