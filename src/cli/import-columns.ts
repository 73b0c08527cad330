import { CommandFailed } from './command-failed';
import { ENTRY_NAMES, refuseWithoutAddress } from './check-columns';
import { findListColumns, type ListColumns } from './list-columns';

/** What a column of a list of shipments can hold, and the names it goes by. */
const SHIPMENT_NAMES = {
  ...ENTRY_NAMES,
  reference: [
    'referentie',
    'ordernummer',
    'orderreferentie',
    'bestelnummer',
    'order',
    'reference',
    'orderreference',
    'ordernumber',
    'orderid',
  ],
  barcode: ['barcode', 'streepjescode'],
  name: ['naam', 'ontvanger', 'naamontvanger', 'name', 'recipient', 'recipientname', 'fullname'],
  email: ['email', 'emailadres', 'mail', 'mailadres', 'emailaddress'],
  phone: ['telefoon', 'telefoonnummer', 'tel', 'mobiel', 'phone', 'phonenumber', 'telephone', 'mobile'],
  language: ['taal', 'taalcode', 'language', 'languagecode', 'locale'],
  customerReference: [
    'klantreferentie',
    'klantnummer',
    'klantkenmerk',
    'klant',
    'customerreference',
    'customernumber',
    'customerid',
    'customer',
  ],
  depot: ['depot', 'depotcode'],
  promisedOn: [
    'bezorgdatum',
    'beloofdop',
    'beloofdedatum',
    'leverdatum',
    'promisedon',
    'promiseddate',
    'promised',
    'deliverydate',
  ],
  driverNote: [
    'bezorginstructie',
    'opmerking',
    'notitie',
    'instructie',
    'drivernote',
    'note',
    'instructions',
    'deliveryinstructions',
    'remark',
  ],
  addressConfirmed: ['bevestigd', 'adresbevestigd', 'confirmed', 'addressconfirmed'],
} as const satisfies Record<string, readonly string[]>;

export type ShipmentField = keyof typeof SHIPMENT_NAMES;

/** Where each part of a shipment stands in a row. */
export type ShipmentColumns = ListColumns<ShipmentField>;

/** Without these no row could be registered. */
const REQUIRED: readonly ShipmentField[] = ['reference', 'name'];

/**
 * Finds the columns of shipments by their names, or as told by `column=field`.
 * Throws CommandFailed for a column or field that is not there, or where reference, name or address have none.
 */
export function findShipmentColumns(header: readonly string[], told: readonly string[]): ShipmentColumns {
  const columns = findListColumns<ShipmentField>(SHIPMENT_NAMES, header, told);
  for (const field of REQUIRED) if (columns[field] === undefined) throw withoutColumn(field, header);
  refuseWithoutAddress(columns, header);
  return columns;
}

function withoutColumn(field: ShipmentField, header: readonly string[]): CommandFailed {
  return new CommandFailed(
    `line 1: no column holds the ${field} among ${header.join(', ')}. Name it, as in --map "${header[0] ?? ''}=${field}".`,
  );
}
