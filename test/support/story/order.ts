import type { ShownShipment } from '../shipments-service';
import { expectThat } from './caller';
import { checkOf, hers, type Stage } from './stage';
import { checkInWords } from './words';

const vera = {
  recipient: { name: 'Vera Verhuizer', email: 'vera@example.nl' },
  customerReference: 'klant-vera',
  knownAddresses: [{ ...hers.old, role: 'previous' }],
  depot: 'ZLV',
};

/** She orders to a mix of her two addresses: it is held, and says why. */
export async function orders(stage: Stage, reference: string): Promise<ShownShipment> {
  const { shop, tell } = stage;
  const order = { ...vera, reference, address: hers.mixed };
  const { body, etag } = await shop.post<ShownShipment>('/v1/shipments', { body: order });
  tell('Vera', 'has moved from Kerkstraat 12, 8951 AB to Lindelaan 12, 8962 KL, and told the shop.');
  tell('Vera', 'orders, and types her new street with her old postcode: Lindelaan 12, 8951 AB.');
  const check = checkOf(body);
  expectThat(body.state === 'held', 'a mix is held');
  expectThat(check.diagnosis.stale.join() === 'postcode', 'the postcode is the old one');
  tell('Klopt', 'holds it.', ...checkInWords(check));
  return releasedAsTyped(stage, body.id, etag);
}

/** Asked by phone she is sure, and it leaves for a door that there is not. */
async function releasedAsTyped({ agent, tell }: Stage, id: string, etag: string): Promise<ShownShipment> {
  const reason = 'Gebeld: zij is zeker van haar adres';
  const { body } = await agent.post<ShownShipment>(`/v1/shipments/${id}/release`, { body: { reason }, etag });
  expectThat(body.state === 'released', 'the desk may release it');
  tell('Desk', `lets it go as it was typed: "${reason}".`);
  return body;
}
