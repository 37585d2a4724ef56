/** Who may do what: roles, and the keys that programs and people show. */
package io.battlescope.api.access;
