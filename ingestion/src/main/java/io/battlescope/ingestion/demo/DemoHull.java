package io.battlescope.ingestion.demo;

/** Real hulls with a usual weapon and a price of the right order (ISK). */
enum DemoHull {
    CAPSULE(670, 0, 440, 12_000_000),
    MUNINN(12015, 2969, 21_000, 330_000_000),
    EAGLE(12011, 3082, 24_000, 340_000_000),
    FEROX(16227, 3082, 38_000, 95_000_000),
    SCIMITAR(11978, 0, 19_000, 310_000_000),
    BASILISK(11985, 0, 20_000, 300_000_000),
    SABRE(22456, 2881, 6_500, 85_000_000),
    HUGINN(11961, 2410, 16_000, 320_000_000),
    NAGLFAR(19722, 37304, 1_200_000, 3_900_000_000.0),
    LOKI(29990, 2410, 48_000, 720_000_000),
    PROTEUS(29988, 3178, 62_000, 690_000_000),
    HURRICANE(24702, 2897, 33_000, 90_000_000),
    SVIPUL(34562, 2977, 9_000, 80_000_000),
    CATALYST(16240, 3178, 4_200, 9_000_000),
    THRASHER(16242, 2881, 4_600, 9_500_000),
    RIFTER(587, 2881, 2_900, 4_500_000),
    TRISTAN(593, 3178, 3_100, 5_000_000),
    VEXOR(626, 3178, 14_000, 32_000_000),
    ASTERO(33468, 3178, 5_200, 110_000_000),
    VENTURE(32880, 0, 2_600, 3_000_000),
    RETRIEVER(17478, 0, 15_000, 45_000_000),
    NEREUS(650, 0, 5_800, 48_000_000),
    ITERON(657, 0, 9_400, 160_000_000);

    private final int typeId;
    private final int weaponTypeId;
    private final int hitPoints;
    private final double price;

    DemoHull(int typeId, int weaponTypeId, int hitPoints, double price) {
        this.typeId = typeId;
        this.weaponTypeId = weaponTypeId;
        this.hitPoints = hitPoints;
        this.price = price;
    }

    int typeId() {
        return typeId;
    }

    /** The hull itself where it carries no gun: so a drone boat or a tackler stands on a killmail. */
    int weaponTypeId() {
        return weaponTypeId == 0 ? typeId : weaponTypeId;
    }

    int hitPoints() {
        return hitPoints;
    }

    double price() {
        return price;
    }
}
