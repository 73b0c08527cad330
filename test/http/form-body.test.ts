import fc from 'fast-check';
import { formOf } from '../../src/http/form-body';

const read = (text: string): unknown => JSON.parse(JSON.stringify(formOf(new URLSearchParams(text))));

describe('a form', () => {
  it.each([
    ['name=Noor&password=a+b%26c', { name: 'Noor', password: 'a b&c' }],
    [
      'address.street=Lindelaan&address.city=Zilverwaard',
      { address: { street: 'Lindelaan', city: 'Zilverwaard' } },
    ],
    ['text=&name=+%20', {}],
    ['one=1&one=2', { one: ['1', '2'] }],
    ['a=1&a.b=2', { a: { b: '2' } }],
    ['', {}],
  ])('%s is read as JSON would be', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['__proto__.polluted=yes', 'a.__proto__.polluted=yes', 'constructor.prototype.polluted=yes'])(
    '%s changes nothing but itself',
    (text) => {
      formOf(new URLSearchParams(text));
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
    },
  );

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (fields) => {
        formOf(new URLSearchParams(fields));
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});
