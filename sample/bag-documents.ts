import { element, text } from './xml';

/** Whose extract it is, and of which day (ISO). */
export interface Delivery {
  municipality: { code: string; name: string };
  date: string;
}

const imbag = (name: string): string => `www.kadaster.nl/schemas/lvbag/imbag/${name}/v20200601`;
const lvbag = (name: string): string => `http://www.kadaster.nl/schemas/lvbag/${name}/v20200601`;

/** Every namespace of an extract file, in Kadaster's order and with its oddities: `imbag` goes without http://. */
const standNamespaces: Readonly<Record<string, string>> = {
  DatatypenNEN3610: imbag('datatypennen3610'),
  Objecten: imbag('objecten'),
  gml: 'http://www.opengis.net/gml/3.2',
  Historie: imbag('historie'),
  'Objecten-ref': imbag('objecten-ref'),
  nen5825: imbag('nen5825'),
  KenmerkInOnderzoek: imbag('kenmerkinonderzoek'),
  'selecties-extract': lvbag('extract-selecties'),
  'sl-bag-extract': lvbag('extract-deelbestand-lvc'),
  sl: 'http://www.kadaster.nl/schemas/standlevering-generiek/1.0',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xs: 'http://www.w3.org/2001/XMLSchema',
};

const relationNamespaces: Readonly<Record<string, string>> = {
  'gwr-bestand': 'www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-deelbestand-lvc/v20200601',
  'selecties-extract': lvbag('extract-selecties'),
  bagtypes: 'www.kadaster.nl/schemas/lvbag/gem-wpl-rel/bag-types/v20200601',
  'gwr-product': 'www.kadaster.nl/schemas/lvbag/gem-wpl-rel/gwr-producten-lvc/v20200601',
};

/** One file of occurrences (sl:stand elements) of one object type. */
export function standDocument(
  delivery: Delivery,
  objectType: string,
  occurrences: readonly string[],
): string {
  const info = element('sl-bag-extract:bagInfo', area(delivery) + extract(delivery));
  const contents =
    element('sl:dataset', 'LVBAG') +
    element(
      'sl:inhoud',
      element('sl:gebied', 'GEMEENTE') +
        element('sl:leveringsId', '0000000001') +
        element('sl:objectTypen', element('sl:objectType', objectType)),
    );
  const body = info + element('sl:standBestand', contents + occurrences.join(''));
  return document('sl-bag-extract:bagStand', standNamespaces, body);
}

/** The Leveringsdocument that goes with a delivery. */
export function deliveryDocument(delivery: Delivery): string {
  const schema =
    element('xb:naam', 'BagvsExtractDeelbestandExtractLvc-2.1.0.xsd') + element('xb:versie', '20200601');
  return document(
    'xb:BAG-Extract-Levering',
    { xb: lvbag('extract-levering'), 'selecties-extract': lvbag('extract-selecties') },
    element('xb:SelectieGegevens', extract(delivery) + area(delivery)) + element('xb:SchemaInfo', schema),
  );
}

/** GEM-WPL-RELATIE: which municipality a place is part of. */
export function relationDocument(
  delivery: Delivery,
  places: readonly { id: string; from: string }[],
): string {
  const part = (name: string, content: string): string => element(`gwr-product:${name}`, content);
  const relations = places.map(({ id, from }) =>
    part(
      'GemeenteWoonplaatsRelatie',
      part('tijdvakgeldigheid', element('bagtypes:begindatumTijdvakGeldigheid', from)) +
        part('gerelateerdeWoonplaats', part('identificatie', id)) +
        part('gerelateerdeGemeente', part('identificatie', delivery.municipality.code)) +
        part('status', 'definitief'),
    ),
  );
  const product = part('GemeenteWoonplaatsRelatieProduct', relations.join(''));
  const selection = element('selecties-extract:StandTechnischeDatum', delivery.date);
  return document(
    'gwr-bestand:BAG-GWR-Deelbestand-LVC',
    relationNamespaces,
    element('gwr-bestand:SelectieGegevens', selection) + element('gwr-bestand:Product', product),
  );
}

function document(root: string, namespaces: Readonly<Record<string, string>>, body: string): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, body, declared.join(''))}\n`;
}

function area({ municipality }: Delivery): string {
  const part = (name: string, content: string): string => element(`selecties-extract:${name}`, content);
  const identified =
    part('GemeenteIdentificatie', municipality.code) + part('GemeenteNaam', text(municipality.name));
  const collection = part('GemeenteCollectie', part('Gemeente', identified));
  return part('Gebied-Registratief', part('Gebied-GEM', collection));
}

function extract({ date }: Delivery): string {
  const day = element('selecties-extract:StandTechnischeDatum', date);
  return element('selecties-extract:LVC-Extract', day);
}
