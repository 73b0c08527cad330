import { randomUUID } from 'node:crypto';

/** An order as a shop sends it, for an address of the sample; the customers come back now and then. */
export function anOrder(customers: number) {
  const customer = Math.floor(Math.random() * customers);
  return {
    reference: `ORD-${randomUUID()}`,
    recipient: {
      name: 'Vera Verhuizer',
      email: 'vera@example.nl',
      phone: '+31 6 12345678',
      language: 'nl',
    },
    address: { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' },
    customerReference: `customer-${customer}`,
    promisedOn: '2026-11-26',
    driverNote: 'Bel stuk; graag kloppen',
  };
}
