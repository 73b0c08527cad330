import fc from 'fast-check';
import { eventStreamReader, type StreamEvent } from '../../../src/routes/driver/event-stream';

const read = (...pieces: string[]): StreamEvent[] => pieces.flatMap(eventStreamReader());

const anyData = fc.stringMatching(/^[a-z{}": \n]{0,12}$/).filter((data) => data !== '');
const anyEvent = fc.record({
  id: fc.nat().map(String),
  event: fc.constantFrom('change', 'other'),
  data: anyData,
});
const anyEnd = fc.constantFrom('\n', '\r', '\r\n');

function written({ id, event, data }: StreamEvent, end: string): string {
  const lines = [`id: ${id}`, `event: ${event}`, ...data.split('\n').map((line) => `data: ${line}`), ':', ''];
  return lines.map((line) => line + end).join('');
}

describe('reading server-sent events', () => {
  it('gives the same events wherever the text is cut, and whatever ends its lines', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), anyEnd, fc.array(fc.nat(9)), (events, end, cuts) => {
        let rest = events.map((event) => written(event, end)).join('');
        const pieces = cuts.map((length) => {
          const piece = rest.slice(0, length);
          rest = rest.slice(length);
          return piece;
        });
        expect(read(...pieces, rest)).toEqual(events);
      }),
    );
  });

  it.each([
    ['a heartbeat is none', ':\n\n', []],
    ['an event that has not ended is none yet', 'data: 1\n', []],
    ['no data, no event', 'id: 4\nevent: change\n\n', []],
    ['a name is none for the next', 'event: a\ndata: 1\n\ndata: 2\n\n', ['a:1', 'message:2']],
    ['one blank after the colon is not data', 'data:1\n\ndata:  2\n\n', ['message:1', 'message: 2']],
    ['lines of data belong together', 'data: 1\ndata\ndata: 3\n\n', ['message:1\n\n3']],
    ['a mark of byte order is none', '\uFEFFdata: 1\n\n', ['message:1']],
    ['fields that nobody knows', 'retry: 3\nnew: 4\ndata: 1\n\n', ['message:1']],
    ['an id with a zero in it is none', 'id: 1\0\ndata: 1\n\n', ['message:1']],
  ])('%s', (_, text, expected) => {
    expect(read(text).map(({ event, data }) => `${event}:${data}`)).toEqual(expected);
  });

  it('keeps the last id', () => {
    expect(read('id: 7\ndata: 1\n\ndata: 2\n\n').map(({ id }) => id)).toEqual(['7', '7']);
  });
});
