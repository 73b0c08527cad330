import type { Sections } from './edition-format';
import { groupStarts } from './compile-streets';
import type { CollectedSegment, RegisterBuilder } from './register-builder';
import { HOUSE_NUMBER_SPAN, NUMBER_SEEN, SEEN_SPAN } from './register-builder';
import { DISTRICTS, NO_POSTCODE_DISTRICT } from './districts';
import { GrowingArray } from './growing-array';
import { toRuns } from './house-number-runs';
import { digitsOf, LETTERS } from './postcode';

const MICRO = 1e6;

type SegmentSections = Pick<
  Sections,
  | 'districtSegmentStart'
  | 'segmentLetters'
  | 'segmentStreet'
  | 'streetSegmentStart'
  | 'streetSegments'
  | 'segmentRunStart'
  | 'runHead'
  | 'runLength'
  | 'segmentLatitude'
  | 'segmentLongitude'
>;

export interface CompiledSegments {
  sections: SegmentSections;
  /** The edition's number of each collected segment. */
  rank: Uint32Array;
  /** segment × HOUSE_NUMBER_SPAN + number of each number that is registered bare beside its additions. */
  bareNumbers: Set<number>;
  houseNumbers: number;
}

interface Ranked extends CollectedSegment {
  collected: number;
  district: number;
}

/** Segments by postcode, and their house numbers as runs. */
export function compileSegments(builder: RegisterBuilder, streetRank: Uint32Array): CompiledSegments {
  const segments = builder.segments
    .map((segment, collected): Ranked => ({
      ...segment,
      street: streetRank[segment.street] ?? 0,
      collected,
      district: districtOf(segment.postcode),
    }))
    .sort((a, b) => a.district - b.district || a.postcode - b.postcode || a.street - b.street);
  const rank = new Uint32Array(segments.length);
  segments.forEach(({ collected }, index) => (rank[collected] = index));
  const { bareNumbers, houseNumbers, ...runs } = compileRuns(builder, rank);
  return {
    rank,
    bareNumbers,
    houseNumbers,
    sections: {
      districtSegmentStart: groupStarts(
        segments.map(({ district }) => district),
        DISTRICTS,
      ),
      segmentLetters: Uint16Array.from(segments, ({ postcode }) => postcode % LETTERS),
      segmentStreet: Uint32Array.from(segments, ({ street }) => street),
      ...segmentsByStreet(segments, builder.streets.length),
      ...runs,
      ...positions(segments),
    },
  };
}

function districtOf(postcode: number): number {
  return postcode === 0 ? NO_POSTCODE_DISTRICT : digitsOf(postcode);
}

function segmentsByStreet(segments: readonly Ranked[], streets: number) {
  const order = Uint32Array.from(segments, (_, segment) => segment);
  order.sort((a, b) => (segments[a]?.street ?? 0) - (segments[b]?.street ?? 0) || a - b);
  const streetSegmentStart = groupStarts(
    Array.from(order, (segment) => segments[segment]?.street ?? 0),
    streets,
  );
  return { streetSegmentStart, streetSegments: order };
}

function positions(segments: readonly Ranked[]) {
  const located = segments.some(({ positions: count }) => count > 0) ? segments : [];
  return {
    segmentLatitude: Int32Array.from(located, (one) => mean(one.latitudeSum, one.positions)),
    segmentLongitude: Int32Array.from(located, (one) => mean(one.longitudeSum, one.positions)),
  };
}

function mean(sum: number, count: number): number {
  return count === 0 ? 0 : Math.round((sum / count) * MICRO);
}

/** Sorts the packed numbers and cuts them into runs, segment by segment. */
function compileRuns(builder: RegisterBuilder, rank: Uint32Array) {
  const sorted = rankedNumbers(builder, rank).sort();
  const runs = new RunWriter(rank.length);
  for (let index = 0; index < sorted.length;) {
    const number = Math.floor((sorted[index] ?? 0) / SEEN_SPAN);
    let seen = 0;
    while (index < sorted.length && Math.floor((sorted[index] ?? 0) / SEEN_SPAN) === number) {
      seen |= 1 << ((sorted[index] ?? 0) % SEEN_SPAN);
      index++;
    }
    runs.add(number, seen);
  }
  return runs.finish();
}

function rankedNumbers(builder: RegisterBuilder, rank: Uint32Array): Float64Array {
  const span = HOUSE_NUMBER_SPAN * SEEN_SPAN;
  return builder.numbers.view().map((packed) => {
    const segment = Math.floor(packed / span);
    return packed + ((rank[segment] ?? 0) - segment) * span;
  });
}

const BARE = 1 << NUMBER_SEEN.bare;
const WITH_ADDITION = 1 << NUMBER_SEEN.withAddition;

class RunWriter {
  private readonly segmentRunStart: Uint32Array;
  private readonly heads = new GrowingArray(new Uint32Array(1024));
  private readonly lengths = new GrowingArray(new Uint32Array(1024));
  private readonly bareNumbers = new Set<number>();
  private houseNumbers = 0;
  private segment = 0;
  private known: number[] = [];
  private unknown: number[] = [];

  constructor(private readonly segments: number) {
    this.segmentRunStart = new Uint32Array(segments + 1);
  }

  /** Numbers come in order, each once, with all the ways it was seen. */
  add(number: number, seen: number): void {
    const segment = Math.floor(number / HOUSE_NUMBER_SPAN);
    if (segment !== this.segment) this.close(segment);
    const additionsKnown = (seen & (BARE | WITH_ADDITION)) !== 0;
    (additionsKnown ? this.known : this.unknown).push(number % HOUSE_NUMBER_SPAN);
    if ((seen & BARE) !== 0 && (seen & WITH_ADDITION) !== 0) this.bareNumbers.add(number);
    this.houseNumbers++;
  }

  finish() {
    this.close(this.segments);
    return {
      segmentRunStart: this.segmentRunStart,
      runHead: this.heads.view(),
      runLength: Uint16Array.from(this.lengths.view()),
      bareNumbers: this.bareNumbers,
      houseNumbers: this.houseNumbers,
    };
  }

  private close(next: number): void {
    for (const run of [...toRuns(this.known, true), ...toRuns(this.unknown, false)]) {
      this.heads.push(run.head);
      this.lengths.push(run.length);
    }
    this.known = [];
    this.unknown = [];
    for (; this.segment < next; this.segment++) this.segmentRunStart[this.segment + 1] = this.heads.length;
  }
}
