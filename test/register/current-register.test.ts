import { CurrentRegister } from '../../src/register/current-register';
import type { Amendment } from '../../src/register/amendments/amendment';
import { parsePostcode } from '../../src/register/names/postcode';
import { editionOf } from '../support/edition-of';
import { steeredClock } from '../support/steered-clock';

const postcode = parsePostcode('8951AB') ?? 0;
const editionWith = (houseNumber: number) =>
  editionOf((sink) => {
    const street = sink.street(sink.place('Zilverwaard'), 'Kerkstraat');
    sink.address({ street, postcode, houseNumber, addition: null });
  });
const clock = steeredClock();
const amendment = (houseNumber: number, inMs: number): Amendment => ({
  kind: 'number',
  place: 'Zilverwaard',
  street: 'Kerkstraat',
  postcode,
  houseNumber,
  addition: null,
  expiresAtMs: clock.nowMs() + inMs,
});

function numbersOf(register: CurrentRegister): number[] {
  const [segment = -1] = register.current().segmentsAt(postcode);
  return [1, 2, 3, 4].filter((number) => register.current().hasNumber(segment, number));
}

test('an edition is in use since the process was started, or changed to it', () => {
  const startedAtMs = clock.nowMs();
  const register = new CurrentRegister(editionWith(1), clock);
  clock.advance(5_000);
  register.useAmendments([amendment(3, 1_000)]);
  expect(register.inUseSinceMs()).toBe(startedAtMs);
  register.useEdition(editionWith(2));
  expect(register.inUseSinceMs()).toBe(startedAtMs + 5_000);
});

test('amendments lie over the edition, over the next one too, until they expire', () => {
  const register = new CurrentRegister(editionWith(1), clock);
  register.useAmendments([amendment(3, 1_000), amendment(4, 2_000)]);
  expect(numbersOf(register)).toEqual([1, 3, 4]);
  register.useEdition(editionWith(2));
  expect(numbersOf(register)).toEqual([2, 3, 4]);
  clock.advance(1_000);
  register.expire();
  expect(numbersOf(register)).toEqual([2, 4]);
  register.useAmendments([]);
  expect(numbersOf(register)).toEqual([2]);
});

test('between changes it is one and the same register', () => {
  const register = new CurrentRegister(editionWith(1), clock);
  register.useAmendments([amendment(3, 1_000)]);
  const before = register.current();
  register.expire();
  expect(register.current()).toBe(before);
});
