/** The object types that are read; IO… tells which of them are under investigation. */
export type BagPartKind = 'WPL' | 'OPR' | 'NUM' | 'VBO' | 'LIG' | 'STA' | 'IOOPR' | 'IONUM';

export type BagEntryName =
  | { role: 'part'; kind: BagPartKind; date: string; form: 'zip' | 'xml' }
  | { role: 'container' | 'delivery' | 'mutations' | 'other' };

const part = /^\d{4}(WPL|OPR|NUM|VBO|LIG|STA|IOOPR|IONUM)(\d{2})(\d{2})(\d{4})(?:-\d+)?\.(zip|xml)$/i;
const container = /^(?:\d{4}(?:GEM|InOnderzoek)\d{8}|(?:BAG|lvbag-extract).*)\.zip$/i;
const delivery = /^Leveringsdocument.*\.xml$/i;
const mutations = /^\d{4}(?:IO)?MUT.*\.(?:zip|xml)$/i;

/**
 * What the name of a zip entry says it is: "9999NUM08112026.zip" holds house numbers as of 2026-11-08. Inactief, NietBag, PND and
 * GEM-WPL-RELATIE hold nothing that an edition needs, so they are `other` and never opened.
 */
export function readEntryName(path: string): BagEntryName {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, kind, day, month, year, form] = part.exec(name) ?? [];
  if (kind !== undefined) {
    return {
      role: 'part',
      kind: kind.toUpperCase() as BagPartKind,
      date: [year, month, day].join('-'),
      form: form?.toLowerCase() === 'zip' ? 'zip' : 'xml',
    };
  }
  if (container.test(name)) return { role: 'container' };
  if (delivery.test(name)) return { role: 'delivery' };
  return { role: mutations.test(name) ? 'mutations' : 'other' };
}
