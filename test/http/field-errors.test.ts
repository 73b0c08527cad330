import { z } from 'zod';
import { everyFieldError, fieldErrors, namedErrors } from '../../src/http/field-errors';
import { feedQuery } from '../../src/routes/feed/feed-schemas';
import { depot } from '../../src/routes/day-and-depot-schemas';
import { routePlan } from '../../src/routes/plans/plan-schemas';

const schema = z.strictObject({
  'a/b~c': z.string().optional(),
  name: z.string().min(2).optional(),
  list: z.array(z.strictObject({ count: z.int() })).optional(),
  date: z.iso.date().optional(),
  time: z.iso.datetime({ offset: true }).optional(),
  mail: z.email().optional(),
  code: z.string().regex(/^x/).optional(),
  either: z.union([z.int(), z.strictObject({ deep: z.string() })]).optional(),
  even: z
    .int()
    .refine((n) => n % 2 === 0, {
      params: { code: 'odd', nl: 'Dit moet even zijn.', en: 'This must be even.' },
    })
    .optional(),
  plain: z
    .string()
    .refine(() => false, 'No luck.')
    .optional(),
  empty: z.string().min(1).optional(),
  depot: depot.optional(),
  after: feedQuery.shape.after,
  startsAt: routePlan.shape.startsAt.optional(),
});

describe('a field error', () => {
  it.each([
    [{ 'a/b~c': 1 }, '/a~1b~0c', 'type', 'Dit moet tekst zijn.', 'This must be text.'],
    [
      { name: 'x' },
      '/name',
      'too_small',
      'Dit mag minstens 2 tekens lang zijn.',
      'This may be at least 2 characters long.',
    ],
    [
      { list: [{ count: 1 }, { count: 1.5 }] },
      '/list/1/count',
      'type',
      'Dit moet een geheel getal zijn.',
      'This must be a whole number.',
    ],
    [{ list: [{}] }, '/list/0/count', 'required', 'Dit veld is verplicht.', 'This field is required.'],
    [
      { date: 'x' },
      '/date',
      'format',
      'Dit moet een datum zijn die bestaat, als 2026-11-26.',
      'This must be a date that exists, as 2026-11-26.',
    ],
    [
      { time: '2026-11-26T09:30:00' },
      '/time',
      'format',
      'Dit moet een tijdstip zijn dat bestaat, met zijn zone, als 2026-11-26T09:30:00Z.',
      'This must be a time that exists, with its zone, as 2026-11-26T09:30:00Z.',
    ],
    [
      { mail: 'vera' },
      '/mail',
      'format',
      'Dit moet een e-mailadres zijn, als vera@example.nl.',
      'This must be an e-mail address, as vera@example.nl.',
    ],
    [{ empty: '' }, '/empty', 'too_small', 'Dit mag niet leeg zijn.', 'This may not be empty.'],
    [
      { depot: 'Z V' },
      '/depot',
      'format',
      'Dit moet een code van letters, cijfers en streepjes zijn, hoogstens 20, als ZLV.',
      'This must be a code of letters, digits and hyphens, at most 20, as ZLV.',
    ],
    [
      { after: '-1' },
      '/after',
      'format',
      'Dit moet een geheel getal van hoogstens negen cijfers zijn, als 12.',
      'This must be a whole number of at most nine digits, as 12.',
    ],
    [
      { startsAt: '1970-01-01T00:00:00Z' },
      '/startsAt',
      'format',
      'Dit moet een tijdstip in deze eeuw zijn, als 2026-11-26T09:30:00Z.',
      'This must be a time in this century, as 2026-11-26T09:30:00Z.',
    ],
    [{ code: 'y' }, '/code', 'format', 'Dit heeft niet de juiste vorm.', 'This is not in the right form.'],
    [
      { either: 'x' },
      '/either',
      'type',
      'Dit moet een getal of een object zijn.',
      'This must be a number or an object.',
    ],
    [{ even: 3 }, '/even', 'odd', 'Dit moet even zijn.', 'This must be even.'],
    [{ plain: '' }, '/plain', 'invalid', 'No luck.', 'No luck.'],
    [
      { Name: '' },
      '/Name',
      'unknown_field',
      'Onbekend veld. Bedoelt u name?',
      'Unknown field. Did you mean name?',
    ],
  ])('of %j is at %s: %s', (input, ...[pointer, code, nl, en]) => {
    expect(fieldErrors(schema, input, 'body', 'nl')).toEqual([{ in: 'body', pointer, code, message: nl }]);
    expect(fieldErrors(schema, input, 'body', 'en')).toEqual([{ in: 'body', pointer, code, message: en }]);
  });

  it('never repeats a value, and names no more than 50', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`unknown${n}`, 'Kerkstraat 12']));
    const errors = fieldErrors(schema, { ...many, ['x'.repeat(5000)]: 1 }, 'body', 'nl');
    expect(errors).toHaveLength(50);
    expect(namedErrors(schema, many, 'body', 'nl')).toMatchObject({ errors: { length: 50 }, left: 150 });
    expect(everyFieldError(schema, many, 'body', 'nl')).toHaveLength(200);
    expect(JSON.stringify(errors)).not.toContain('Kerkstraat');
    expect(JSON.stringify(errors).length).toBeLessThan(20_000);
  });

  it('is none for what is right', () => {
    expect(fieldErrors(schema, {}, 'query', 'en')).toEqual([]);
  });
});
