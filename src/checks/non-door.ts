import type { EnteredAddress } from './address';

const PO_BOX =
  /(?<![\p{L}\p{N}])(?:post\s?bus|post\s?box|p\.?\s?o\.?\s?box|pb|antwoordnummer)(?![\p{L}])[\s.]*(?:nr\.?\s*)?(?:\d|$)/iu;
const PICKUP_POINT =
  /(?<![\p{L}\p{N}])(?:pakket\s?punt|pakket\s?automaat|afhaal\s?punt|afhaal\s?locatie|service\s?punt|service\s?point|parcel\s?shop|parcel\s?locker|pack\s?station|pick\s?-?up\s?-?point|access\s?point|postnl[\s-]?punt|dhl[\s-]?punt|mondial\s?relay)(?![\p{L}])/iu;

/** One quick look: nearly every street has none of these words. */
const MAY_BE_NO_DOOR = /post|pb|box|antwoord|pa[ck]|afhaal|service|parcel|pick|access|dhl|relay/i;

/** Recognises by its words an entry that is no door: a PO box or a pick-up point. */
export function findNonDoor(address: EnteredAddress): 'PO_BOX' | 'PICKUP_POINT' | null {
  const street = (address.addressLine ?? '') + ' ' + (address.street ?? '');
  if (!MAY_BE_NO_DOOR.test(street)) return null;
  if (PICKUP_POINT.test(street)) return 'PICKUP_POINT';
  const withNumber = `${street} ${String(address.houseNumber ?? '')}`.trim();
  return PO_BOX.test(withNumber) ? 'PO_BOX' : null;
}
