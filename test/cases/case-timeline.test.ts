import { caseTimeline, type Happenings } from '../../src/cases/case-timeline';
import type { ShipmentEvent } from '../../src/shipments/timeline-of';
import { DECISIONS } from '../../src/shipments/decision-event';
import { SCAN_CODES } from '../../src/shipments/scan-codes';
import { aCorrection } from '../support/a-correction';
import { MINUTE, NINE } from '../support/a-route';

let events = 0;

function anEvent(of: Partial<ShipmentEvent>): ShipmentEvent {
  events += 1;
  return {
    ...{ id: `evt_${events}`, shipmentId: 'snd_1', code: 'at_depot', reason: null, effect: 'applied' },
    ...{ state: 'at_depot', actor: 'per_planner', device: null, occurredAtMs: NINE, receivedAtMs: NINE },
    ...of,
  };
}

function happened(of: Partial<Happenings>, language: 'nl' | 'en' = 'nl') {
  const names = new Map([
    ['per_agent', 'Noor'],
    ['shp_owner', 'De Kade'],
  ]);
  const all = { events: [], corrections: [], instruction: null, shopId: 'shp_owner', names, ...of };
  return caseTimeline(all, NINE + 60 * MINUTE, language);
}

const lines = (of: Partial<Happenings>, language?: 'nl' | 'en') =>
  happened(of, language).map(({ text, by, note }) =>
    [text, by, note].filter((part) => part !== null).join(' | '),
  );

describe('the timeline of a case', () => {
  it('has words in both languages for everything that can happen', () => {
    for (const code of [...DECISIONS, ...Object.keys(SCAN_CODES)])
      for (const language of ['nl', 'en'] as const) {
        const [line] = happened({ events: [anEvent({ code })] }, language);
        expect(line?.text).toMatch(/^[A-Z][a-z]+/);
        expect(line?.text).not.toContain('_');
      }
  });

  test.each<[string, Partial<ShipmentEvent>, string]>([
    [
      'a person by name',
      { code: 'released', actor: 'per_agent', reason: 'Gebeld' },
      'Vrijgegeven | Noor | Gebeld',
    ],
    ['someone whose name is not known', { code: 'at_depot' }, 'In het depot | medewerker'],
    [
      'a shop',
      { code: 'registered', actor: 'key_owner', state: 'held' },
      'Aangemeld | De Kade | vastgehouden',
    ],
    ['a driver', { code: 'acknowledged', actor: 'dev_1' }, 'Wijziging gezien door de bezorger | bezorger'],
    ['nobody', { code: 'held', actor: 'system' }, 'Vastgehouden | Klopt'],
    [
      'a failure in words',
      { code: 'delivery_failed', reason: 'moved' },
      'Niet bezorgd | medewerker | verhuisd',
    ],
    [
      'an answer in words',
      { code: 'answered', reason: 'yes', actor: 'dev_1' },
      'Antwoord van de bezorger | bezorger | ja',
    ],
    [
      'a scan that changed nothing',
      { code: 'delivered', effect: 'not_possible' },
      'Bezorgd | medewerker | kon niet, en veranderde niets',
    ],
    [
      'the address of a correction in place of its id',
      { code: 'pushed', actor: 'per_agent', reason: 'cor_1' },
      'Wijziging naar de bezorger gestuurd | Noor | Lindelaan 12, 8962 KL Zilverwaard',
    ],
    [
      'no id that nobody can read',
      { code: 'readdressed', reason: 'cor_9' },
      'Gaat naar een ander adres | medewerker',
    ],
  ])('tells %s', (_, event, expected) => {
    expect(lines({ events: [anEvent(event)], corrections: [aCorrection()] })).toContain(expected);
  });

  it('has the newest first, and of one instant what was heard of last', () => {
    const at = (occurredAtMs: number, code: string) =>
      anEvent({ code, occurredAtMs, receivedAtMs: NINE + 9 });
    const timeline = happened({
      events: [at(NINE, 'collected'), at(NINE, 'at_depot'), at(NINE + 5, 'lost')],
    });
    expect(timeline.map(({ text }) => text)).toEqual(['Zoek', 'In het depot', 'Opgehaald']);
    expect(timeline[0]?.at).toEqual({ atMs: NINE + 5, text: '09:00' });
  });

  it('takes no device at its word that tells of what is still to come', () => {
    const [ahead] = happened({ events: [anEvent({ occurredAtMs: NINE + 90 * MINUTE, receivedAtMs: NINE })] });
    expect(ahead?.at.atMs).toBe(NINE);
  });

  it('tells of corrections that came to nothing too', () => {
    const of = { proposedBy: 'key_owner', updatedAtMs: 1, decidedBy: 'per_agent', reason: 'Onbekend' };
    expect(lines({ corrections: [aCorrection({ ...of, state: 'rejected' })] }, 'en')).toEqual([
      'Correction rejected | Noor | Onbekend',
      'Correction proposed by the customer | De Kade | Lindelaan 12, 8962 KL Zilverwaard',
    ]);
    const expired = aCorrection({ state: 'expired', updatedAtMs: 5 });
    const again = aCorrection({ id: 'cor_2', createdAtMs: 5 });
    expect(
      lines({ corrections: [again, expired] }, 'en').map((line) => line.split(' | ').slice(0, 2)),
    ).toEqual([
      ['Correction proposed by the customer', 'Klopt'],
      ['Correction expired', 'Klopt'],
      ['Correction proposed by the customer', 'De Kade'],
    ]);
  });
});
