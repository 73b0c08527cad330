import type { Investigation } from './bag-objects';
import { domain, element } from './xml';

export function investigationXml(investigation: Investigation): string {
  const { of, id, attribute, ongoing, from, until } = investigation;
  const part = (name: string, content: string): string => element(`KenmerkInOnderzoek:${name}`, content);
  const history =
    element('Historie:tijdstipRegistratie', `${from}T09:00:00.000`) +
    element('Historie:beginGeldigheid', from) +
    element('Historie:eindGeldigheid', until ?? '');
  const content =
    part('kenmerk', attribute) +
    element(`KenmerkInOnderzoek:identificatieVan${of}`, id, domain(of)) +
    part('inOnderzoek', ongoing ? 'J' : 'N') +
    part('documentdatum', from) +
    part('documentnummer', 'Z.1') +
    part('historieInOnderzoek', element('Historie:HistorieInOnderzoek', history));
  const kind = part(`Kenmerk${of}InOnderzoek`, content);
  return element('sl:stand', element('sl-bag-extract:kenmerkInOnderzoek', kind));
}
