package io.battlescope.projection.parked;

import io.battlescope.projection.fixture.QueryDb;

/** Parking lots for the tests of other packages. */
public final class ParkingLots {

    private ParkingLots() {}

    public static ParkingLot on(QueryDb db) {
        return with(db, new ParkingProperties(1024, 1024));
    }

    static ParkingLot with(QueryDb db, ParkingProperties limits) {
        return new ParkingLot(new ParkedLetters(db.jdbc(), limits), db.jdbc(), db.transactions());
    }
}
