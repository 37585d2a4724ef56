/**
 * What a loss was worth. zKillboard's figure is taken where the feed has it; else a price table makes an estimate that says
 * which table it came from and whether it is complete. Unknown is never written as 0.
 */
package io.battlescope.enrichment.value;
