/** What admins asked for, and what came of it. */
package io.battlescope.view.act;
