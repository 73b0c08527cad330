import fc from 'fast-check';
import { caseEntry } from '../../src/cases/case-entry';
import { customerText } from '../../src/cases/customer-text';
import { type CustomerSituation, SITUATIONS } from '../../src/cases/customer-words';
import { CORRECTION_STATES } from '../../src/corrections/states';
import type { KnownCustomerAddress } from '../../src/customers/known-address';
import { OPTION_KINDS } from '../../src/option-costs';
import { WINDOW_STATES } from '../../src/routes/states';
import { SHIPMENT_STATES } from '../../src/shipments/states';
import { checkOf } from '../support/a-correction';
import { factsOf, mixed, NOW_MS, promised, type Told } from '../support/customer-facts';

const textOf = (told: Told) => customerText(factsOf(told), NOW_MS);
const same = { option: 'same_route' } as const;
const nextDay = { option: 'next_day', day: '2026-11-28', window: null } as const;

test.each<[CustomerSituation, Told, string, string]>([
  ['in_question', { correction: 'blocked' }, 'klopt nog niet helemaal', 'not quite right yet'],
  [
    'in_question',
    { state: 'held' },
    'lijkt de postcode bij een eerder adres',
    'the postcode seems to belong to an earlier',
  ],
  [
    'not_today',
    { correction: 'proposed', isTooLateToday: true },
    'vandaag kan de bezorger er niet meer heen',
    'no longer go there today',
  ],
  [
    'redirect_unseen',
    { correction: 'pushed', ...same },
    'kunnen wij u nog niets toezeggen',
    'cannot promise anything yet',
  ],
  ['take_back_unseen', { correction: 'pushed', ...nextDay }, 'mee terug te nemen', 'bring the parcel back'],
  [
    'window',
    { correction: 'acknowledged', ...same },
    'vandaag tussen 13:28 en 14:28',
    'today between 13:28 and 14:28',
  ],
  [
    'at_risk',
    { correction: 'acknowledged', ...same, estimatedAtMs: promised.untilMs + 1 },
    'later dan wij u hadden toegezegd',
    'running late',
  ],
  [
    'late',
    { correction: 'acknowledged', ...same, window: { ...promised, untilMs: NOW_MS - 1 } },
    'later dan wij u hadden toegezegd',
    'later than we promised',
  ],
  [
    'late',
    { correction: 'acknowledged', ...same, window: { ...promised, state: 'missed' } },
    'spijt ons',
    'sorry',
  ],
  ['today', { correction: 'acknowledged', ...same, window: null }, 'en komt vandaag', 'will come today'],
  [
    'another_day',
    { correction: 'acknowledged', ...nextDay },
    'op zaterdag 28 november',
    'on Saturday 28 November',
  ],
  [
    'another_day',
    { correction: 'applied', state: 'at_depot', ...nextDay },
    'op zaterdag 28 november',
    'on Saturday 28 November',
  ],
  [
    'corrected',
    { correction: 'applied', state: 'released' },
    'gewijzigd in Lindelaan 12, 8962 KL Zilverwaard',
    'changed the address',
  ],
  [
    'corrected',
    { correction: 'applied', state: 'at_depot', ...nextDay, day: '2026-11-27' },
    'nog niet bekend',
    'not known yet',
  ],
  [
    'corrected',
    { correction: 'applied', state: 'at_depot', option: 'other_route_today' },
    'nog niet bekend',
    'not known yet',
  ],
  [
    'kept',
    { correction: 'applied', state: 'held', option: 'hold_at_depot', window: null },
    'houden het op het depot vast',
    'keep it at the depot',
  ],
  [
    'returned',
    { correction: 'acknowledged', option: 'return_to_sender', window: null },
    'terug naar de webwinkel',
    'back to the shop',
  ],
  ['returned', { state: 'returning' }, 'terug naar de webwinkel', 'back to the shop'],
  ['on_its_way', { state: 'released', check: null }, 'gaat naar Lindelaan 12', 'goes to Lindelaan 12'],
  [
    'on_its_way',
    { state: 'released', correction: 'rejected' },
    'gaat naar Lindelaan 12',
    'goes to Lindelaan 12',
  ],
  ['delivered', { state: 'delivered', correction: 'applied', ...same }, 'is bezorgd op', 'was delivered at'],
  [
    'delivered_too_soon',
    { state: 'delivered', correction: 'expired', ...same },
    'voor de wijziging',
    'before the change',
  ],
  ['tried', { state: 'delivery_failed' }, 'niet afgeven', 'could not hand over'],
  ['cancelled', { state: 'cancelled' }, 'geannuleerd', 'cancelled'],
  ['missing', { state: 'lost' }, 'zoek of beschadigd', 'lost or damaged'],
])('a customer is told what is so, in their language: %s', (situation, told, dutch, english) => {
  const inDutch = textOf(told);
  expect(inDutch).toMatchObject({ situation, language: 'nl' });
  expect(inDutch.text).toContain(dutch);
  expect(inDutch.text).toMatch(/^Beste Vera,\n\n.*\n\nMet vriendelijke groet,\nNoor$/);
  const inEnglish = textOf({ ...told, language: 'en' });
  expect(inEnglish.text).toContain(english);
  expect(inEnglish.text).toMatch(/^Dear Vera,\n\n.*\n\nKind regards,\nNoor$/);
});

const living: KnownCustomerAddress = {
  ...{ street: 'Lindelaan', houseNumber: 12, houseNumberAddition: null, postcode: '8962KL' },
  ...{ city: 'Zilverwaard', role: 'current', occasions: ['corrected'], firstAtMs: 0, lastAtMs: 0 },
};

test.each<[string, Told, string]>([
  ['nothing where the mix is understood', { check: mixed }, 'U hoeft nu niets te doen'],
  ['nothing where it could not be checked', { check: null }, 'U hoeft nu niets te doen'],
  [
    'nothing where it is known where they live',
    { check: checkOf('Lindelaan 12, 8951AB Zilverwaard'), known: [living] },
    'U hoeft nu niets te doen',
  ],
  [
    'which address is meant, where both may be',
    { check: checkOf('Lindelaan 12, 8951AB Zilverwaard') },
    'Welk adres bedoelt u: Kerkstraat 12, 8951 AB Zilverwaard; of Lindelaan 12, 8962 KL Zilverwaard?',
  ],
])('a customer is asked %s', (_, told, expected) => {
  expect(textOf({ correction: 'blocked', ...told }).text).toContain(expected);
});

test('a customer is asked for what is missing alone', () => {
  const entry = { street: 'Lindelaan', city: 'Zilverwaard', postcode: '8962KL' };
  const check = { ...checkOf(entry), candidates: [] };
  const facts = { ...factsOf({ correction: 'blocked', check }), entry: caseEntry(entry, check, 'en') };
  const { text } = customerText({ ...facts, agentName: null }, NOW_MS);
  expect(text).toContain('Wilt u ons dit nog laten weten');
  expect(text).toContain('huisnummer');
  expect(text).not.toContain('toevoeging');
});

/** Of few of them a driver has acknowledged anything. */
const RUNS = { numRuns: 3_000 };
const TIME = /\d{1,2}:\d{2}/;

const anyWindow = fc.option(
  fc
    .record({ at: fc.integer({ min: -600, max: 600 }), state: fc.constantFrom(...WINDOW_STATES) })
    .map(({ at, state }) => ({ fromMs: NOW_MS + at * 60_000, untilMs: NOW_MS + (at + 60) * 60_000, state })),
);
const anyTold = fc.record({
  state: fc.constantFrom(...SHIPMENT_STATES),
  correction: fc.option(fc.constantFrom(...CORRECTION_STATES), { nil: undefined }),
  option: fc.option(fc.constantFrom(...OPTION_KINDS), { nil: undefined }),
  window: anyWindow,
  day: fc.constantFrom('2026-11-26', '2026-11-27', '2026-11-28'),
  check: fc.constantFrom(
    null,
    mixed,
    checkOf('Lindelaan 12, 8951AB Zilverwaard'),
    checkOf('Nergens 1, Nergens'),
  ),
  isTooLateToday: fc.boolean(),
  estimatedAtMs: fc.option(fc.integer({ min: -600, max: 600 }).map((at) => NOW_MS + at * 60_000)),
  language: fc.constantFrom('nl' as const, 'en' as const),
});

test('a window is promised only where the driver acknowledged one that still holds', () => {
  fc.assert(
    fc.property(anyTold, (told) => {
      const { situation, text } = textOf(told as Told);
      expect(SITUATIONS).toContain(situation);
      const { correction, window, option, estimatedAtMs } = told;
      const holds =
        correction === 'acknowledged' &&
        option === 'same_route' &&
        window?.state === 'promised' &&
        window.untilMs >= NOW_MS &&
        (estimatedAtMs ?? NOW_MS) <= window.untilMs;
      expect(TIME.test(text)).toBe(situation === 'window');
      if (situation === 'window') expect(holds).toBe(true);
    }),
    RUNS,
  );
});

test('a text leaves nothing to be filled in, and is never empty', () => {
  fc.assert(
    fc.property(anyTold, (told) => {
      const { text, subject } = textOf(told as Told);
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(text.split('\n\n')[1]?.length).toBeGreaterThan(20);
      expect(subject).not.toBe('');
    }),
    RUNS,
  );
});
