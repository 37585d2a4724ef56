package io.battlescope.simulator.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Place;
import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.people.Pilot;
import io.battlescope.simulator.ship.Catalogue;
import io.battlescope.simulator.ship.HullClass;
import io.battlescope.simulator.ship.Item;
import io.battlescope.simulator.war.Kill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** zKillboard's block about a kill: values from the price list, flags and labels by zKillboard's rules. */
record Zkb(Catalogue catalogue, Kill kill, List<Item> items, String hash, Place place, Edition latest) {

    private static final String[] HOURS = {"use", "usw", "au", "ru", "eu", "eu"};

    void write(JsonGenerator json, long killmailId, boolean positioned) throws IOException {
        Dice dice = Dice.of(kill.seed(), 3);
        // processed again, valued by the prices of another day
        double factor = latest.hasNewValue() ? 0.8 + dice.share() * 0.5 : 1;
        double hull = catalogue.price(kill.hull().typeId()) * factor;
        double dropped = value(items, true) * factor;
        double destroyed = value(items, false) * factor + hull;
        json.writeStartObject();
        if (positioned) {
            json.writeNumberField("locationID", 40_000_000 + Math.floorMod(kill.systemId() * 31L, 400_000));
        }
        json.writeStringField("hash", hash);
        number(json, "fittedValue", hull + fitted() * factor);
        number(json, "droppedValue", dropped);
        number(json, "destroyedValue", destroyed);
        number(json, "totalValue", dropped + destroyed);
        if (dice.percent(90)) {
            number(json, "totalDroppableValue", dropped + destroyed - hull);
        }
        json.writeNumberField("points", 1 + kill.shooters().size() / 10);
        flags(json, dice.below(200));
        json.writeStringField("href", "https://esi.evetech.net/killmails/" + killmailId + "/" + hash + "/");
        json.writeEndObject();
    }

    /** The producer copies these without looking, so each can be null or missing. */
    private void flags(JsonGenerator json, int oddity) throws IOException {
        if (oddity == 0) {
            json.writeNullField("npc");
        } else {
            json.writeBooleanField("npc", isNpc());
        }
        if (oddity != 1) {
            json.writeBooleanField("solo", isSolo());
        }
        json.writeBooleanField("awox", isAwox());
        if (oddity == 2) {
            json.writeNullField("labels");
        } else if (oddity != 3) {
            json.writeArrayFieldStart("labels");
            for (String label : labels()) {
                json.writeString(label);
            }
            json.writeEndArray();
        }
        if (oddity != 4) {
            json.writeNumberField("attackerCount", kill.shooters().size());
        }
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        labels.add("tz:" + HOURS[(int) (Math.floorMod(kill.time(), 86_400L) / 14_400)]);
        labels.add("cat:" + (kill.hull().kind().isUnmanned() ? "65" : "6"));
        labels.add(isSolo() ? "solo" : crowd());
        labels.add(isNpc() ? "npc" : "pvp");
        if (isAwox()) {
            labels.add("awox");
        }
        location().ifPresent(labels::add);
        if (latest == Edition.GANKED) {
            labels.add("ganked");
        }
        return labels;
    }

    private String crowd() {
        int count = kill.shooters().size();
        int[] steps = {1000, 100, 50, 25, 10, 5, 2};
        for (int step : steps) {
            if (count >= step) {
                return "#:" + step + "+";
            }
        }
        return "#:1";
    }

    private Optional<String> location() {
        return switch (place.spaceType()) {
            case KSPACE -> Optional.of("loc:" + place.securityBand().name().toLowerCase(Locale.ROOT));
            case WORMHOLE, THERA -> Optional.of("loc:w-space");
            case ABYSSAL -> Optional.of("loc:abyssal");
            default -> Optional.empty();
        };
    }

    private boolean isNpc() {
        return kill.shooters().stream().noneMatch(shooter -> isPlayers(shooter.pilot()));
    }

    private static boolean isPlayers(Pilot pilot) {
        return pilot.isPlayer() || pilot.corporationId() > 1_999_999;
    }

    private boolean isSolo() {
        HullClass hull = kill.hull().kind();
        return kill.shooters().stream()
                                .filter(shooter -> isPlayers(shooter.pilot()))
                                .count()
                        == 1
                && kill.shooters().size() == 1
                && hull != HullClass.CAPSULE
                && hull != HullClass.CORVETTE
                && !hull.isUnmanned();
    }

    private boolean isAwox() {
        Pilot blow = kill.shooters().get(kill.finalBlow()).pilot();
        HullClass hull = kill.hull().kind();
        return blow.isPlayer()
                && blow.corporationId() == kill.victim().corporationId()
                && !Party.isNpcCorporation(blow.corporationId())
                && hull != HullClass.CAPSULE
                && hull != HullClass.CORVETTE;
    }

    private double value(List<Item> some, boolean dropped) {
        double value = 0;
        for (Item item : some) {
            if (item.dropped() == dropped) {
                value += catalogue.price(item.typeId()) * item.quantity();
            }
            value += value(item.contents(), dropped);
        }
        return value;
    }

    /** What was in slots, not in holds. */
    private double fitted() {
        return items.stream()
                .filter(item -> item.flag() >= 11 && item.flag() <= 99 && item.flag() != 87)
                .mapToDouble(item -> catalogue.price(item.typeId()) * item.quantity())
                .sum();
    }

    private static void number(JsonGenerator json, String field, double isk) throws IOException {
        json.writeNumberField(field, Math.round(isk * 100) / 100.0);
    }
}
