import { SaxesParser } from 'saxes';

/** One occurrence of a BAG object as its file tells it; '' where an element is absent. */
export interface BagRecord {
  id: string;
  status: string;
  validFrom: string;
  validUntil: string;
  inactiveSince: string;
  notBagSince: string;
  name: string;
  shortName: string;
  streetType: string;
  place: string;
  street: string;
  houseNumber: string;
  houseLetter: string;
  numberSuffix: string;
  postcode: string;
  /** Ids of the main address and the secondary ones, each followed by a space. */
  numbers: string;
  /** gml:pos or the outer ring of a polygon: "x y [z] x y [z] …" in EPSG:28992. */
  position: string;
  underInvestigation: string;
}

type Field = keyof BagRecord;

/** Element names without their prefix: the prefixes are a file's own choice. */
const fieldOfElement: Readonly<Record<string, Field>> = {
  identificatie: 'id',
  identificatieVanOpenbareruimte: 'id',
  identificatieVanNummeraanduiding: 'id',
  status: 'status',
  beginGeldigheid: 'validFrom',
  eindGeldigheid: 'validUntil',
  tijdstipInactief: 'inactiveSince',
  tijdstipInactiefLV: 'inactiveSince',
  tijdstipNietBagLV: 'notBagSince',
  naam: 'name',
  verkorteNaam: 'shortName',
  type: 'streetType',
  WoonplaatsRef: 'place',
  OpenbareRuimteRef: 'street',
  huisnummer: 'houseNumber',
  huisletter: 'houseLetter',
  huisnummertoevoeging: 'numberSuffix',
  postcode: 'postcode',
  NummeraanduidingRef: 'numbers',
  pos: 'position',
  posList: 'position',
  inOnderzoek: 'underInvestigation',
};

/** The element that holds one occurrence. */
const RECORD = 'stand';

export interface RecordParser {
  write: (xml: string) => void;
  /** Throws where the document ended before its last element did. */
  close: () => void;
}

/**
 * Reads a standBestand of the BAG 2.0 extract, a record for each sl:stand. Throws an Error with "line:column: …" on
 * XML that is not well-formed.
 */
export function createRecordParser(onRecord: (record: BagRecord) => void): RecordParser {
  const parser = new SaxesParser();
  const elements = elementNames();
  let record = emptyRecord();
  let field: Field | null = null;
  let text = '';
  let recordElement = '';

  parser.on('text', (part) => {
    if (field !== null) text += part;
  });
  parser.on('opentag', ({ name }) => {
    const element = elements(name);
    if (element === RECORD) {
      recordElement = name;
      record = emptyRecord();
    } else if (element !== null) {
      field = element;
      text = '';
    }
  });
  parser.on('closetag', ({ name }) => {
    if (field !== null) {
      store(record, field, text);
      field = null;
    } else if (name === recordElement) onRecord(record);
  });
  return { write: (xml) => void parser.write(xml), close: () => void parser.close() };
}

/** The first ring or point is the object's own; the id of a record is the first one too. */
function store(record: BagRecord, field: Field, text: string): void {
  if (field === 'numbers') record.numbers += `${text} `;
  else if (record[field] === '') record[field] = text;
}

/** What each qualified name stands for, remembered: two hundred million elements of the nation bear some forty names. */
function elementNames(): (qualifiedName: string) => Field | typeof RECORD | null {
  const known = new Map<string, Field | typeof RECORD | null>();
  return (qualifiedName) => {
    const found = known.get(qualifiedName);
    if (found !== undefined) return found;
    const local = qualifiedName.slice(qualifiedName.indexOf(':') + 1);
    const meaning = local === RECORD ? RECORD : (fieldOfElement[local] ?? null);
    known.set(qualifiedName, meaning);
    return meaning;
  };
}

function emptyRecord(): BagRecord {
  return {
    id: '',
    status: '',
    validFrom: '',
    validUntil: '',
    inactiveSince: '',
    notBagSince: '',
    name: '',
    shortName: '',
    streetType: '',
    place: '',
    street: '',
    houseNumber: '',
    houseLetter: '',
    numberSuffix: '',
    postcode: '',
    numbers: '',
    position: '',
    underInvestigation: '',
  };
}
