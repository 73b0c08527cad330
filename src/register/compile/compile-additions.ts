import type { Sections } from '../edition/edition-format';
import { groupStarts } from './compile-streets';
import type { CompiledSegments } from './compile-segments';
import { GrowingArray } from '../sources/growing-array';
import type { RegisterBuilder } from './register-builder';
import { HOUSE_NUMBER_SPAN } from './register-builder';
import { TextTable } from '../edition/text-table';

type AdditionSections = Pick<
  Sections,
  | 'segmentAdditionStart'
  | 'additionNumber'
  | 'additionSet'
  | 'setStart'
  | 'setMember'
  | 'additionTextStart'
  | 'additionTextBytes'
>;

const ADDITION_BITS = 24n;
const ADDITION_MASK = (1n << ADDITION_BITS) - 1n;

/** The additions of each number that has any; numbers with the same additions share one set. */
export function compileAdditions(
  builder: RegisterBuilder,
  { rank, bareNumbers }: CompiledSegments,
): AdditionSections {
  const texts = TextTable.sorted(builder.additions);
  const sorted = rankedAdditions(builder, rank, texts).sort();
  const sets = new AdditionSets();
  const segmentOf = new GrowingArray(new Uint32Array(1024));
  const numbers = new GrowingArray(new Uint32Array(1024));
  const setOf = new GrowingArray(new Uint32Array(1024));
  for (let index = 0; index < sorted.length;) {
    const number = (sorted[index] ?? 0n) >> ADDITION_BITS;
    const members = new Set<number>(bareNumbers.has(Number(number)) ? [0] : []);
    for (; index < sorted.length && (sorted[index] ?? 0n) >> ADDITION_BITS === number; index++) {
      members.add(Number((sorted[index] ?? 0n) & ADDITION_MASK));
    }
    segmentOf.push(Math.floor(Number(number) / HOUSE_NUMBER_SPAN));
    numbers.push(Number(number) % HOUSE_NUMBER_SPAN);
    setOf.push(sets.id([...members]));
  }
  return {
    segmentAdditionStart:
      numbers.length === 0 ? new Uint32Array(0) : groupStarts(segmentOf.view(), rank.length),
    additionNumber: numbers.view(),
    additionSet: setOf.view(),
    ...sets.sections(),
    additionTextStart: texts.start,
    additionTextBytes: texts.bytes,
  };
}

/** The numbers with their segments and additions as the edition numbers them; '' is the first of its texts. */
function rankedAdditions(builder: RegisterBuilder, rank: Uint32Array, texts: TextTable): BigUint64Array {
  const span = BigInt(HOUSE_NUMBER_SPAN) << ADDITION_BITS;
  const textIds = builder.additions.map((text) => BigInt(texts.id(text)));
  return builder.numberAdditions.view().map((packed) => {
    const segment = BigInt(rank[Number(packed / span)] ?? 0);
    const houseNumber = ((packed % span) >> ADDITION_BITS) << ADDITION_BITS;
    return segment * span + houseNumber + (textIds[Number(packed & ADDITION_MASK)] ?? 0n);
  });
}

class AdditionSets {
  private readonly ids = new Map<string, number>();
  private readonly starts = new GrowingArray(new Uint32Array(1024));
  private readonly members = new GrowingArray(new Uint32Array(1024));

  id(members: readonly number[]): number {
    const text = members.join(',');
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.starts.push(this.members.length);
    this.ids.set(text, id);
    for (const member of members) this.members.push(member);
    return id;
  }

  sections() {
    const setMember = this.members.view();
    const setStart = new Uint32Array(this.starts.length + 1);
    setStart.set(this.starts.view());
    setStart[this.starts.length] = setMember.length;
    return { setStart, setMember };
  }
}
