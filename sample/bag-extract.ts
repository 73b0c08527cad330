import { deliveryDocument, relationDocument, standDocument, type Delivery } from './bag-documents';
import type { Municipality } from './municipality';
import { numberXml, objectXml, placeXml, streetXml } from './bag-xml';
import { investigationXml } from './investigation-xml';
import { zip } from './zip';

/** An occurrence file's objects by the code in its name. */
type Files = Readonly<Record<string, readonly string[]>>;

/** A municipality as Kadaster delivers it: zips by object type, in a zip of the municipality, in the extract. */
export async function packExtract(all: Municipality, delivery: Delivery): Promise<Buffer> {
  const stamp = delivery.date.split('-').reverse().join('');
  const { code } = delivery.municipality;
  const investigations = await packFiles(investigationFiles(all), { delivery, stamp });
  const objects = await packFiles(objectFiles(all), { delivery, stamp });
  const inner = [
    ...objects,
    { path: `${code}InOnderzoek${stamp}.zip`, content: await zip(investigations, delivery.date) },
  ];
  const relation = `GEM-WPL-RELATIE-${stamp}`;
  const relations = [{ path: `${relation}-000001.xml`, content: relationDocument(delivery, all.places) }];
  return zip(
    [
      { path: 'Leveringsdocument-BAG-Extract.xml', content: deliveryDocument(delivery) },
      { path: `${code}GEM${stamp}.zip`, content: await zip(inner, delivery.date), stored: true },
      { path: `${relation}.zip`, content: await zip(relations, delivery.date), stored: true },
    ],
    delivery.date,
  );
}

function objectFiles({ places, streets, numbers, objects }: Municipality): Files {
  const ofType = (type: string): string[] => objects.filter((object) => object.type === type).map(objectXml);
  return {
    WPL: places.map(placeXml),
    OPR: streets.map(streetXml),
    NUM: numbers.map(numberXml),
    VBO: ofType('Verblijfsobject'),
    LIG: ofType('Ligplaats'),
    STA: ofType('Standplaats'),
  };
}

function investigationFiles({ investigations }: Municipality): Files {
  const into = (of: string): string[] => investigations.filter((one) => one.of === of).map(investigationXml);
  return { IOOPR: into('Openbareruimte'), IONUM: into('Nummeraanduiding') };
}

/** As Kadaster cuts them. */
const OCCURRENCES_PER_FILE = 10_000;

async function packFiles(
  files: Files,
  { delivery, stamp }: { delivery: Delivery; stamp: string },
): Promise<{ path: string; content: Buffer }[]> {
  const packed = Object.entries(files).map(async ([type, occurrences]) => {
    const name = `${delivery.municipality.code}${type}${stamp}`;
    const cuts = Math.max(1, Math.ceil(occurrences.length / OCCURRENCES_PER_FILE));
    const parts = Array.from({ length: cuts }, (_, at) => ({
      path: `${name}-${String(at + 1).padStart(6, '0')}.xml`,
      content: standDocument(
        delivery,
        type.slice(-3),
        occurrences.slice(at * OCCURRENCES_PER_FILE, (at + 1) * OCCURRENCES_PER_FILE),
      ),
    }));
    return { path: `${name}.zip`, content: await zip(parts, delivery.date) };
  });
  return Promise.all(packed);
}
