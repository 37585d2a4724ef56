package io.battlescope.esi;

import java.util.Map;

/** How it goes with ESI, for a service's status report. Cheap: asks nobody. */
public interface EsiReport {

    /** {@code esiAsked}, {@code esiRefused} and {@code esiFailed}, and what each rate group has left as ESI last told. */
    Map<String, Long> counters();

    /** {@code esi}: {@code answers}, {@code not asked yet}, or what is the matter with which route. */
    Map<String, String> notes();
}
