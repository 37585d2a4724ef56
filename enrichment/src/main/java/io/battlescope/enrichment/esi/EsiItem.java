package io.battlescope.enrichment.esi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A stack in the wreck: destroyed, dropped, or a container with stacks of its own.
 *
 * @param singleton 0 for a stack, 1 for something fitted or assembled, 2 for a blueprint copy
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EsiItem(
        int itemTypeId, int singleton, long quantityDestroyed, long quantityDropped, List<EsiItem> items) {

    private static final int BLUEPRINT_COPY = 2;

    public EsiItem {
        items = items == null ? List.of() : items;
    }

    public boolean isBlueprintCopy() {
        return singleton == BLUEPRINT_COPY;
    }

    /** Units lost to the victim, whether they burnt or were left for looters. */
    public long quantity() {
        return quantityDestroyed + quantityDropped;
    }
}
