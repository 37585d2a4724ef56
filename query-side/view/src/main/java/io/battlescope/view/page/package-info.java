/**
 * Keyset paging: a page names the position of its last row, and the next page begins behind it. No offset, so a deep page
 * costs what the first does, and rows that arrive in between shift nothing.
 */
package io.battlescope.view.page;
