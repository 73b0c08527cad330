import type { Sections } from '../edition/edition-format';
import { groupStarts } from './compile-streets';
import type { CollectedSegment, RegisterBuilder } from './register-builder';
import { HOUSE_NUMBER_SPAN, NUMBER_SEEN, SEEN_SPAN } from './register-builder';
import { DISTRICTS, NO_POSTCODE_DISTRICT } from '../edition/districts';
import { GrowingArray } from '../sources/growing-array';
import { toRuns } from './house-number-runs';
import { digitsOf, LETTERS } from '../names/postcode';

const NO_SEGMENT: CollectedSegment = {
  street: 0,
  postcode: 0,
  latitudeSum: 0,
  longitudeSum: 0,
  positions: 0,
};

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
}

/** Segments by postcode, and their house numbers as runs. */
export function compileSegments(builder: RegisterBuilder, streetRank: Uint32Array): CompiledSegments {
  const order = inOrder(builder.segments, streetRank);
  const rank = new Uint32Array(order.length);
  order.forEach((collected, segment) => (rank[collected] = segment));
  const segments = Array.from(order, (collected) => builder.segments[collected] ?? NO_SEGMENT);
  const segmentStreet = Uint32Array.from(segments, ({ street }) => streetRank[street] ?? 0);
  const { bareNumbers, ...runs } = compileRuns(builder, rank);
  return {
    rank,
    bareNumbers,
    sections: {
      districtSegmentStart: groupStarts(
        segments.map(({ postcode }) => districtOf(postcode)),
        DISTRICTS,
      ),
      segmentLetters: Uint16Array.from(segments, ({ postcode }) => postcode % LETTERS),
      segmentStreet,
      ...segmentsByStreet(segmentStreet, builder.streets.length),
      ...runs,
      ...positions(segments),
    },
  };
}

/** The collected segments by postcode, then street; those without a postcode last. */
function inOrder(segments: readonly CollectedSegment[], streetRank: Uint32Array): Uint32Array {
  const keys = Float64Array.from(segments, ({ street, postcode }) => {
    const district = districtOf(postcode);
    return (district * LETTERS + (postcode % LETTERS)) * 2 ** 24 + (streetRank[street] ?? 0);
  });
  return Uint32Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

function districtOf(postcode: number): number {
  return postcode === 0 ? NO_POSTCODE_DISTRICT : digitsOf(postcode);
}

/** Segments come in the order of their postcodes and keep it within each street. */
function segmentsByStreet(segmentStreet: Uint32Array, streets: number) {
  const streetSegmentStart = groupStarts(segmentStreet, streets);
  const streetSegments = new Uint32Array(segmentStreet.length);
  const next = streetSegmentStart.slice();
  segmentStreet.forEach((street, segment) => {
    const slot = next[street] ?? 0;
    streetSegments[slot] = segment;
    next[street] = slot + 1;
  });
  return { streetSegmentStart, streetSegments };
}

function positions(segments: readonly CollectedSegment[]) {
  const located = segments.some(({ positions: count }) => count > 0) ? segments : [];
  return {
    segmentLatitude: Int32Array.from(located, (one) => mean(one.latitudeSum, one.positions)),
    segmentLongitude: Int32Array.from(located, (one) => mean(one.longitudeSum, one.positions)),
  };
}

function mean(sum: number, count: number): number {
  return count === 0 ? 0 : Math.round(sum / count);
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
  }

  finish() {
    this.close(this.segments);
    return {
      segmentRunStart: this.segmentRunStart,
      runHead: this.heads.view(),
      runLength: Uint16Array.from(this.lengths.view()),
      bareNumbers: this.bareNumbers,
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
