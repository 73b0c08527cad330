import { boardMap, boardRoute, connectionOf, inBoardOrder } from '../../src/routes/board/board';
import { aRoute, aStop, done, MINUTE, NINE } from '../support/a-route';

const HERE = { lat: 52.4, lon: 5.3 };
const none = new Map<string, number>();

describe('a route on the board', () => {
  const route = aRoute([done('Kade', 1, 8, { place: HERE }), aStop('Laan', { place: HERE })]);

  it('says how far it is and what its driver has not answered', () => {
    const shown = boardRoute(route, new Map([[route.id, 2]]), NINE);
    expect(shown).toMatchObject({ stopsDone: 1, stops: 2, unanswered: 2 });
  });

  it.each([
    ['never', null],
    ['live', NINE - 2 * MINUTE],
    ['silent', NINE - 2 * MINUTE - 1],
  ] as const)('is %s by when its phone was heard of last', (connection, seenAtMs) => {
    expect(connectionOf(seenAtMs, NINE)).toBe(connection);
  });

  it('is late where it is estimated to be done after the shift', () => {
    expect(boardRoute({ ...route, state: 'under_way', endsAtMs: NINE - MINUTE }, none, NINE).isLate).toBe(
      true,
    );
    expect(boardRoute({ ...route, state: 'ended', endsAtMs: NINE - MINUTE }, none, NINE).isLate).toBe(false);
  });

  it('comes first where it needs somebody', () => {
    const named = (reference: string, of: object) => ({
      ...boardRoute({ ...route, state: 'under_way', deviceSeenAtMs: NINE }, none, NINE),
      ...{ reference, isLate: false },
      ...of,
    });
    const routes = [
      named('over', { state: 'ended', unanswered: 3 }),
      named('b', {}),
      named('silent', { connection: 'silent' }),
      named('late', { isLate: true }),
      named('a', {}),
      named('unanswered', { unanswered: 1 }),
    ];
    expect(inBoardOrder(routes).map(({ reference }) => reference)).toEqual([
      ...['unanswered', 'late', 'silent', 'a', 'b', 'over'],
    ]);
  });

  it('is on the map by its van, or else by where it begins, and not once it is over', () => {
    const start = { lat: 52, lon: 5 };
    const position = { ...HERE, atMs: NINE };
    const kinds = (...of: Parameters<typeof boardMap>) => boardMap(...of)?.points.map(({ kind }) => kind);
    expect(kinds([{ ...route, start, position }])).toEqual(['vehicle']);
    expect(kinds([{ ...route, start, position: null }])).toEqual(['start']);
    expect(kinds([{ ...route, start, position, state: 'ended' }])).toBeUndefined();
  });
});
