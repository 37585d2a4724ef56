package io.battlescope.api.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.json.MessageJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What an order asks for, in a few characters, so that it shows when something else is asked for under the same id. Who asks, why and
 * when is not in it, nor is which part of the act it is.
 */
public final class OrderDigest {

    private static final List<String> NOT_ASKED_FOR =
            List.of("actId", "actor", "role", "reason", "requestedAt", "part", "parts");

    private OrderDigest() {}

    /** @param order an {@link AdminOrder} or {@link io.battlescope.api.battle.BattleOrder} */
    public static String of(Object order) {
        ObjectNode asked = MessageJson.mapper().valueToTree(order);
        asked.remove(NOT_ASKED_FOR);
        try {
            byte[] json = MessageJson.mapper()
                    .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(MessageJson.mapper().convertValue(asked, TreeMap.class));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Orders hold plain values, and every Java knows SHA-256", e);
        }
    }
}
