/**
 * Judges whether estimates are plausible, on real addresses: random rounds in one municipality each, driven to the nearest that is
 * left, with the service time that is usual. Prints stops an hour, minutes from stop to stop, and the speed on the road, beside what
 * is known of the trade: PostNL drivers tell of 120 stops a day (Brabants Dagblad 2018), 140 (PZC 2017) and 190, "that is hard" (Het
 * Parool 2017), which in a shift of eight hours is 15 to 24 an hour, a stop every 2.5 to 4 minutes.
 * Run: npm run judge:estimates -- [rounds], with KLOPT_TEST_DATA (default ../shared/data) naming where the addresses are.
 */
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { medianOf } from '../bench/support/rounds';
import { createRandom } from '../src/random';
import { estimateTimes } from '../src/routes/planning/estimate';
import { DETOUR, straightKm, straightLine } from '../src/routes/planning/travel';
import type { Place } from '../src/routes/route';
import { nearestNeighbour } from '../test/support/a-round';
import { aRoute, aStop, MINUTE, NINE } from '../test/support/a-route';

const [, , rounds = '40'] = process.argv;
const folder = process.env.KLOPT_TEST_DATA ?? resolve(__dirname, '../../shared/data');
const PROVINCES = ['Drenthe', 'Flevoland', 'Friesland', 'Groningen', 'Zeeland'];
/** The day's parcels of a carrier fall on its part of a municipality, not on all of it. */
const STOPS = 120;
const SERVICE_MS = 2 * MINUTE;
const WIDEST_KM = 8;
const MOST_PLACES = 4_000;

const random = createRandom(20);
const below = (limit: number) => Math.floor(random() * limit);

/** A sample of the addresses of each municipality. */
async function placesOf(province: string): Promise<Map<string, Place[]>> {
  const file = createReadStream(join(folder, `${province}-2026-06.csv.gz`)).pipe(createGunzip());
  const places = new Map<string, Place[]>();
  for await (const line of createInterface({ input: file })) {
    const fields = line.split(';').map((field) => field.replaceAll('"', ''));
    const [municipality, , lat, lon] = fields.slice(6);
    const place = { lat: Number(lat), lon: Number(lon) };
    if (municipality === undefined || !(place.lat > 50) || !(place.lon > 3)) continue;
    const known = places.get(municipality) ?? [];
    places.set(municipality, known);
    if (known.length < MOST_PLACES) known.push(place);
    else if (below(20) === 0) known[below(MOST_PLACES)] = place;
  }
  return places;
}

interface Judged {
  stopsAnHour: number;
  minutes: number;
  metres: number;
  kmPerHour: number;
}

/** A round about one address: as many as a driver does, from the part of the municipality that is near it. */
function judge(places: readonly Place[]): Judged | null {
  const centre = places[below(places.length)]!;
  const near = places.filter((place) => straightKm(centre, place) < WIDEST_KM / 2);
  if (near.length < STOPS) return null;
  const chosen = Array.from({ length: STOPS }, () => near[below(near.length)]!);
  const ordered = nearestNeighbour(centre, chosen);
  const stops = ordered.map((place, index) => aStop(`s${index}`, { place, serviceMs: SERVICE_MS }));
  const { endMs } = estimateTimes(aRoute(stops, { start: ordered[0]! }), NINE, straightLine);
  const km = ordered
    .slice(1)
    .reduce((sum, place, index) => sum + straightKm(ordered[index]!, place) * DETOUR, 0);
  const hours = ((endMs ?? NINE) - NINE) / (60 * MINUTE);
  const driven = hours - (STOPS * SERVICE_MS) / (60 * MINUTE);
  return {
    stopsAnHour: STOPS / hours,
    minutes: (hours * 60) / STOPS,
    metres: (km * 1_000) / STOPS,
    kmPerHour: km / driven,
  };
}

function show(name: string, judged: readonly Judged[]): void {
  const median = (of: (one: Judged) => number) => medianOf(judged.map(of));
  console.log(
    `${name.padEnd(10)} ${String(judged.length).padStart(4)} rounds: ${median((one) => one.stopsAnHour).toFixed(1)} stops an hour, ` +
      `${median((one) => one.minutes).toFixed(1)} minutes a stop, ${median((one) => one.metres).toFixed(0)} m of road between stops, ` +
      `${median((one) => one.kmPerHour).toFixed(0)} km/h`,
  );
}

async function main(): Promise<void> {
  const missing = PROVINCES.filter((province) => !existsSync(join(folder, `${province}-2026-06.csv.gz`)));
  if (missing.length > 0) {
    console.log(`Not judged: KLOPT_TEST_DATA lacks the addresses of ${missing.join(', ')}.`);
    return;
  }
  for (const province of PROVINCES) {
    const municipalities = [...(await placesOf(province)).values()].filter(({ length }) => length >= STOPS);
    const tries = Array.from({ length: Number(rounds) }, () =>
      judge(municipalities[below(municipalities.length)]!),
    );
    show(
      province,
      tries.filter((one) => one !== null),
    );
  }
}

void main();
