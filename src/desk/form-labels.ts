import type { Language, Localised } from '../http/language';

/** What people type into forms, by the last part of its name. What is chosen from a list or ticked is not here. */
const LABELS: Readonly<Record<string, Localised>> = {
  text: { nl: 'Tekst', en: 'Text' },
  reason: { nl: 'Reden', en: 'Reason' },
  street: { nl: 'Straat', en: 'Street' },
  formerName: { nl: 'Hoe mensen haar nog noemen', en: 'What people still call it' },
  houseNumber: { nl: 'Huisnummer', en: 'House number' },
  houseNumberAddition: { nl: 'Toevoeging', en: 'Addition' },
  postcode: { nl: 'Postcode', en: 'Postcode' },
  city: { nl: 'Plaats', en: 'City' },
  expiresAt: { nl: 'Tot wanneer', en: 'Until when' },
  name: { nl: 'Naam', en: 'Name' },
  shopName: { nl: 'Naam van de winkel', en: 'Name of the shop' },
  origins: { nl: 'Websites', en: 'Websites' },
  requestsPerMinute: { nl: 'Vragen per minuut', en: 'Requests a minute' },
  account: { nl: 'E-mailadres of id bij het bedrijf', en: 'E-mail address or id at the company' },
};

/** What a field is called; undefined where nobody types it. */
export function labelOf(name: string, language: Language): string | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return Object.hasOwn(LABELS, last) ? LABELS[last]?.[language] : undefined;
}

/** Keys, versions and ids, which say nothing to whoever reads them. */
export function isForMachines(name: string): boolean {
  return /(?:^|\.)(?:key|page)$|(?:Ids?|Version)$/.test(name);
}
