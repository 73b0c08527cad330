import type { LogFields } from '../../../src/log';
import { createTravelTimes } from '../../../src/routes/planning/osrm-source';
import { straightLine } from '../../../src/routes/planning/travel';
import type { Place } from '../../../src/routes/route';
import { send, startOsrm, type Misbehaviour, type OsrmServer } from '../../support/osrm-server';

const home: Place = { lat: 51.498768, lon: 3.612348 };
const others: Place[] = Array.from({ length: 3 }, (_, index) => ({ lat: 51.5 + index / 100, lon: 3.7 }));
const timeoutMs = 500;

describe('travel times by OSRM', () => {
  let osrm: OsrmServer;
  let logged: [LogFields, string][];
  const travelTimes = (url = osrm.url) =>
    createTravelTimes({ url, timeoutMs, fetch, log: { warn: (...line) => void logged.push(line) } });

  beforeAll(async () => {
    osrm = await startOsrm();
  });
  afterAll(() => osrm.close());
  beforeEach(() => {
    logged = [];
    osrm.asked.length = 0;
    osrm.misbehave(null);
  });

  it('are the road’s, both ways', async () => {
    const { travelMs, basis, note } = await travelTimes()([home], others);
    expect([basis, note]).toEqual(['road', null]);
    expect(others.map((other) => travelMs(home, other))).toEqual([10_000, 20_000, 30_000]);
    expect(others.map((other) => travelMs(other, home))).toEqual([11_000, 21_000, 31_000]);
    expect(travelMs(home, { ...home })).toBe(0);
    expect(logged).toEqual([]);
  });

  it('are asked in OSRM’s own form, longitude first, for no more than is needed', async () => {
    await travelTimes(`${osrm.url}/`)([home], others);
    const coordinates = '3.61235,51.49877;3.70000,51.50000;3.70000,51.51000;3.70000,51.52000';
    expect([...osrm.asked].sort()).toEqual([
      `/table/v1/driving/${coordinates}?annotations=duration&destinations=0`,
      `/table/v1/driving/${coordinates}?annotations=duration&sources=0`,
    ]);
  });

  it('are asked of a server under a path of its own, of which the start is kept', async () => {
    await travelTimes(`${osrm.url}/osrm`)([home], []);
    expect(osrm.asked[0]).toMatch(/^\/osrm\/table\/v1\/driving\/3\.61235,51\.49877\?/);
  });

  it('are straight lines between places that were not asked about', async () => {
    const { travelMs } = await travelTimes()([home], others);
    expect(travelMs(others[0]!, others[2]!)).toBe(straightLine(others[0]!, others[2]!));
  });

  it('take more requests where there are more coordinates than OSRM takes at once', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ lat: 51 + index / 1000, lon: 4 }));
    const { travelMs, basis } = await travelTimes()([home, others[0]!], [...many, ...many]);
    expect(basis).toBe('road');
    const counts = osrm.asked.map((path) => path.split('?')[0]!.split(';').length);
    expect(Math.max(...counts)).toBe(100);
    expect(counts).toHaveLength(6);
    for (const place of many) {
      expect(travelMs(home, place) % 10_000).toBe(0);
      expect(travelMs(place, others[0]!) % 10_000).toBe(1_000);
    }
  });

  it.each<[string, string, Misbehaviour]>([
    ['does not answer in time', 'road_unanswered', () => undefined],
    ['begins an answer and does not end it', 'road_unanswered', (_, response) => response.write('{"code":')],
    ['hangs up', 'road_unanswered', (_, response) => response.destroy()],
    [
      'sends us elsewhere',
      'road_unanswered',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ],
    ['refuses', 'road_wrong', (_, response) => send(response, 429, { message: 'Too Many Requests' })],
    ['fails', 'road_wrong', (_, response) => send(response, 500, 'oops')],
    ['finds the request too big', 'road_wrong', (_, response) => send(response, 400, { code: 'TooBig' })],
    [
      'knows no place near',
      'road_wrong',
      (table, response) => send(response, 200, { ...table, code: 'NoSegment' }),
    ],
    ['answers in HTML', 'road_wrong', (_, response) => send(response, 200, '<html>')],
    ['answers null', 'road_wrong', (_, response) => send(response, 200, 'null')],
    ['answers without a table', 'road_wrong', (_, response) => send(response, 200, { code: 'Ok' })],
    [
      'lacks a row',
      'road_wrong',
      ({ durations }, response) => send(response, 200, { code: 'Ok', durations: durations.slice(1) }),
    ],
    [
      'lacks a cell',
      'road_wrong',
      ({ durations }, response) =>
        send(response, 200, { code: 'Ok', durations: durations.map((row) => row.slice(1)) }),
    ],
    [
      'goes back in time',
      'road_wrong',
      ({ durations }, response) =>
        send(response, 200, { code: 'Ok', durations: durations.map((row) => row.map(() => -1)) }),
    ],
    [
      'answers in words',
      'road_wrong',
      ({ durations }, response) =>
        send(response, 200, { code: 'Ok', durations: durations.map((row) => row.map(() => '7')) }),
    ],
  ])('are straight lines where it %s, and that is said (%s)', async (_, code, how) => {
    osrm.misbehave(how);
    const startedMs = performance.now();
    const { travelMs, basis, note } = await travelTimes()([home], others);
    expect(performance.now() - startedMs).toBeLessThan(timeoutMs + 400);
    expect([basis, note?.code]).toEqual(['straight_line', code]);
    expect(note?.nl).toContain('rechte lijn');
    expect(note?.en).toContain('straight lines');
    expect(travelMs(home, others[0]!)).toBe(straightLine(home, others[0]!));
    expectNothingOfPlaces();
  });

  it('are straight lines where there is no such server', async () => {
    const { basis, note } = await travelTimes('http://127.0.0.1:9')([home], others);
    expect([basis, note?.code]).toEqual(['straight_line', 'road_unanswered']);
    expectNothingOfPlaces();
  });

  it('are straight lines only where there is no road, and that is said too', async () => {
    osrm.misbehave(({ code, durations }, response) =>
      send(response, 200, {
        code,
        durations: durations.map((row) => row.map((cell) => (cell === 20 ? null : cell))),
      }),
    );
    const { travelMs, basis, note } = await travelTimes()([home], others);
    expect([basis, note?.code]).toEqual(['road', 'road_partly']);
    expect(travelMs(home, others[0]!)).toBe(10_000);
    expect(travelMs(home, others[1]!)).toBe(straightLine(home, others[1]!));
  });

  function expectNothingOfPlaces(): void {
    expect(logged).toHaveLength(1);
    expect(logged[0]![0]).toMatchObject({ probe: 'osrm' });
    expect(JSON.stringify(logged)).not.toMatch(/3\.[67]|51\.|table\/v1/);
  }
});
