/** Messages that are kept for ever must be readable for ever: each has a golden file per revision, which is never edited. */
package io.battlescope.api.contract;
