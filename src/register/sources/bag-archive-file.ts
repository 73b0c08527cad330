import { StringDecoder } from 'node:string_decoder';
import { readDeliveryDate } from './bag-delivery';
import { readEntryName, type BagPartKind } from './bag-part-name';
import { inflate, openInnerZip } from './zip-entry-source';
import { openFile, readZip, type ByteSource, type ZipEntry } from './zip-file';

/** One XML file of an extract, at most 10,000 occurrences. */
export interface BagPart {
  kind: BagPartKind;
  entry: ZipEntry;
}

export interface BagArchive {
  /** ISO date of the delivery: the day on which what it says is true. */
  date: string;
  /** By kind, and in the order of their names, which is that of the ids in them. */
  parts: BagPart[];
  close: () => Promise<void>;
}

/** extract > municipality > InOnderzoek > IONUM: nothing official lies deeper. */
const DEEPEST = 5;

/**
 * Finds the files of the wanted kinds in an official extract, national or municipal, however its zips are nested. Throws an
 * Error that names the (inner) file where it is no zip, no extract or damaged.
 */
export async function openBagArchive(path: string, wanted: ReadonlySet<BagPartKind>): Promise<BagArchive> {
  const file = await openFile(path);
  const survey = new Survey(wanted);
  try {
    await survey.visit(file, 1);
    return survey.archive(path);
  } catch (error) {
    await survey.close();
    throw error;
  }
}

/** Whether a file is an official extract, by the names in its outermost zip. False for what is no zip at all. */
export async function isBagExtract(path: string): Promise<boolean> {
  const file = await openFile(path);
  try {
    const entries = await readZip(file);
    return entries.some(({ path: name }) =>
      ['part', 'container', 'delivery'].includes(readEntryName(name).role),
    );
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

class Survey {
  private readonly parts: BagPart[] = [];
  private readonly open: ByteSource[] = [];
  private deliveryDate: string | null = null;
  private nameDate = '';
  private hasMutations = false;

  constructor(private readonly wanted: ReadonlySet<BagPartKind>) {}

  async visit(source: ByteSource, depth: number): Promise<void> {
    this.open.push(source);
    if (depth > DEEPEST) throw new Error(`${source.name}: nested deeper than an official extract is`);
    for (const entry of await readZip(source)) await this.visitEntry(entry, depth);
  }

  archive(path: string): BagArchive {
    const date = this.deliveryDate ?? this.nameDate;
    const missing = (['WPL', 'OPR', 'NUM'] as const).filter(
      (kind) => !this.parts.some((part) => part.kind === kind),
    );
    if (missing.length > 0) {
      const found = this.hasMutations
        ? 'it holds daily mutations, not a whole register'
        : 'is it an official extract?';
      throw new Error(`${path}: no BAG 2.0 extract: no ${missing.join(', no ')} in it (${found})`);
    }
    this.parts.sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1));
    return { date, parts: this.parts, close: () => this.close() };
  }

  async close(): Promise<void> {
    for (const source of this.open) await source.close();
  }

  private async visitEntry(entry: ZipEntry, depth: number): Promise<void> {
    const name = readEntryName(entry.path);
    if (name.role === 'container') await this.visit(await openInnerZip(entry), depth + 1);
    if (name.role === 'delivery') this.deliveryDate = readDeliveryDate(entry.name, await readText(entry));
    if (name.role === 'mutations') this.hasMutations = true;
    if (name.role !== 'part' || !this.wanted.has(name.kind)) return;
    if (name.date > this.nameDate) this.nameDate = name.date;
    if (name.form === 'zip') await this.visit(await openInnerZip(entry), depth + 1);
    else this.parts.push({ kind: name.kind, entry });
  }
}

async function readText(entry: ZipEntry): Promise<string> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  for await (const chunk of inflate(entry, await entry.stream())) text += decoder.write(chunk);
  return text + decoder.end();
}
