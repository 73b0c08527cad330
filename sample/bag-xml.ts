import type { AddressableObject, HouseNumber, ObjectType, Occurrence, Place, Street } from './bag-objects';
import { geometryXml, polygonXml } from './geometry-xml';
import { domain, element, text } from './xml';

export function placeXml(place: Place): string {
  const ring = '152000 495000 156000 495000 156000 499000 152000 499000 152000 495000';
  return bagObject(
    'Woonplaats',
    identified('Woonplaats', place.id) +
      field('naam', place.name) +
      element('Objecten:geometrie', element('Objecten:vlak', polygonXml(ring))) +
      registered(place, 'Woonplaats aangewezen') +
      validity(place),
  );
}

export function streetXml(street: Street): string {
  const shortName = element('nen5825:verkorteNaam', text(street.shortName));
  return bagObject(
    'OpenbareRuimte',
    identified('Openbareruimte', street.id) +
      field('naam', street.name) +
      field('type', street.type ?? 'Weg') +
      registered(street, 'Naamgeving uitgegeven') +
      reference('ligtIn', 'WoonplaatsRef', 'Woonplaats', street.place) +
      validity(street) +
      element('Objecten:verkorteNaam', element('nen5825:VerkorteNaamOpenbareRuimte', shortName)),
  );
}

export function numberXml(number: HouseNumber): string {
  return bagObject(
    'Nummeraanduiding',
    identified('Nummeraanduiding', number.id) +
      field('huisnummer', number.houseNumber) +
      field('huisletter', number.houseLetter) +
      field('huisnummertoevoeging', number.numberSuffix) +
      field('postcode', number.postcode) +
      field('typeAdresseerbaarObject', number.object) +
      registered(number, 'Naamgeving uitgegeven') +
      reference('ligtIn', 'WoonplaatsRef', 'Woonplaats', number.place) +
      validity(number) +
      reference('ligtAan', 'OpenbareRuimteRef', 'Openbareruimte', number.street),
  );
}

const defaultStatus: Readonly<Record<ObjectType, string>> = {
  Verblijfsobject: 'Verblijfsobject in gebruik',
  Ligplaats: 'Plaats aangewezen',
  Standplaats: 'Plaats aangewezen',
};

export function objectXml(object: AddressableObject): string {
  const number = (name: string, id: string): string =>
    reference(name, 'NummeraanduidingRef', 'Nummeraanduiding', id);
  return bagObject(
    object.type,
    number('heeftAlsHoofdadres', object.mainNumber) +
      validity(object) +
      (object.otherNumbers ?? []).map((id) => number('heeftAlsNevenadres', id)).join('') +
      identified(object.type, object.id) +
      element('Objecten:geometrie', geometryXml(object)) +
      registered(object, defaultStatus[object.type]),
  );
}

function bagObject(name: string, content: string): string {
  return element('sl:stand', element('sl-bag-extract:bagObject', element(`Objecten:${name}`, content)));
}

function field(name: string, content: string | number | undefined): string {
  return element(`Objecten:${name}`, text(content));
}

function identified(type: string, id: string): string {
  return element('Objecten:identificatie', id, domain(type));
}

function reference(name: string, ref: string, type: string, id: string | undefined): string {
  return element(`Objecten:${name}`, element(`Objecten-ref:${ref}`, id ?? '', domain(type)));
}

function registered({ from, status }: Occurrence, usualStatus: string): string {
  return (
    field('status', status ?? usualStatus) +
    field('geconstateerd', 'N') +
    field('documentdatum', from) +
    field('documentnummer', 'B&W-1')
  );
}

function validity({ occurrence, from, until, inactiveSince, notBagSince }: Occurrence): string {
  const history = (name: string, content: string): string => element(`Historie:${name}`, content);
  const moment = (day: string | undefined, time: string): string =>
    day === undefined ? '' : `${day}T${time}`;
  const national =
    history('tijdstipRegistratieLV', moment(from, '09:05:00.000')) +
    history('tijdstipEindRegistratieLV', moment(until, '09:05:00.000')) +
    history('tijdstipInactiefLV', moment(inactiveSince, '09:05:00.000')) +
    history('tijdstipNietBagLV', moment(notBagSince, '09:05:00.000'));
  const content =
    history('voorkomenidentificatie', String(occurrence ?? 1)) +
    history('beginGeldigheid', from) +
    history('eindGeldigheid', until ?? '') +
    history('tijdstipRegistratie', moment(from, '09:00:00.000')) +
    history('eindRegistratie', moment(until, '09:00:00.000')) +
    history('BeschikbaarLV', national);
  return element('Objecten:voorkomen', history('Voorkomen', content));
}
