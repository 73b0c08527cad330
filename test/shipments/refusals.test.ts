import { noCompleteAddress, notInState, unknownDepot } from '../../src/shipments/refusals';
import { SHIPMENT_STATES } from '../../src/shipments/states';

describe('what cannot be done', () => {
  it.each(SHIPMENT_STATES)(
    'with a shipment that is %s is said in both languages, in words of its own',
    (state) => {
      const { nl = '', en = '' } = notInState(state).details.detail ?? {};
      expect([nl, en]).toEqual([
        expect.stringMatching(/^De zending is .+; /),
        expect.stringMatching(/^The shipment is .+; /),
      ]);
      expect(`${nl}${en}`).not.toContain('_');
    },
  );

  it('is said of every state otherwise', () => {
    for (const language of ['nl', 'en'] as const) {
      const said = SHIPMENT_STATES.map((state) => notInState(state).details.detail?.[language]);
      expect(new Set(said).size).toBe(SHIPMENT_STATES.length);
    }
  });

  it('comes with what can be done', () => {
    expect(noCompleteAddress().details.detail).toMatchObject({
      nl: expect.stringContaining('stel een correctie voor'),
      en: expect.stringContaining('propose a correction'),
    });
    expect(unknownDepot().details.errors).toMatchObject([
      {
        pointer: '/depot',
        message: { nl: expect.stringContaining('laat het weg'), en: expect.stringContaining('leave it out') },
      },
    ]);
  });
});
