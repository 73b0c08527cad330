import { type Operation, refusesBadQueries, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { heldToConfirm, heldToFix, pathOf, released } from '../support/held-and-released';
import { type Answer, anOrder, type ShownShipment, type Who } from '../support/shipments-service';
import { onStage } from '../support/shipments-stage';

const path = '/v1/shipments';

interface Page {
  shipments: ShownShipment[];
  nextCursor: string | null;
}

onStage('listShipments', (stage) => {
  const listing: Operation = {
    method: 'GET',
    who: 'owner',
    status: 200,
    ready: () => Promise.resolve({ path }),
  };
  const page = async (query = '', who: Who = 'owner') =>
    (await stage.service.read<Page>(who, `${path}${query}`)).body;
  const idsOf = ({ shipments }: Page) => shipments.map(({ id }) => id);
  const ids = (...made: readonly Answer<ShownShipment>[]) => made.map(({ body }) => body.id);

  it('is empty where there are none', async () => {
    expect(await page('', 'stranger')).toEqual({ shipments: [], nextCursor: null });
  });

  it('shows each as it is when asked for alone, the newest first', async () => {
    const [one, two] = [await heldToFix(stage), await released(stage)];
    const { shipments } = await page('?limit=2');
    expect(shipments).toEqual([two.body, one.body]);
  });

  it('tells in the language of whoever reads', async () => {
    await heldToFix(stage);
    const [dutch, english] = await Promise.all(
      ['nl', 'en'].map(async (language) => {
        const sent = { path: `${path}?limit=1`, headers: { 'accept-language': language } };
        return JSON.stringify(
          (await sendAs<Page>(stage, 'GET', 'owner', sent)).body.shipments[0]?.check?.reasons,
        );
      }),
    );
    expect(dutch).not.toBe(english);
  });

  it('goes page by page over everything once, also while new ones arrive', async () => {
    const day = '?promisedOn=2026-03-01&limit=2';
    const made = [];
    for (let count = 0; count < 5; count += 1) made.push(await released(stage, { promisedOn: '2026-03-01' }));
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { shipments, nextCursor }: Page = await page(`${day}${next === '' ? '' : `&cursor=${next}`}`);
      seen.push(...shipments.map(({ id }) => id));
      next = nextCursor;
      await released(stage, { promisedOn: '2026-03-01' });
    }
    expect(seen).toEqual(ids(...made.reverse()));
  });

  it('has no next page where the last one is full', async () => {
    for (let count = 0; count < 2; count += 1) await released(stage, { promisedOn: '2026-03-02' });
    expect((await page('?promisedOn=2026-03-02&limit=2')).nextCursor).toBeNull();
    expect((await page('?promisedOn=2026-03-02&limit=1')).nextCursor).not.toBeNull();
  });

  it('is filtered by one thing or by all together', async () => {
    const promisedOn = '2026-03-03';
    const fix = await heldToFix(stage, { promisedOn });
    const confirm = await heldToConfirm(stage, { promisedOn, depot: 'MLH' });
    const going = await released(stage, { promisedOn, barcode: '3SFILTER01' });
    const other = await released(stage, { promisedOn: '2026-03-04' });
    const day = `?promisedOn=${promisedOn}`;
    for (const [query, expected] of [
      [day, [going, confirm, fix]],
      [`${day}&state=held`, [confirm, fix]],
      [`${day}&state=held&holdReason=check_fix`, [fix]],
      [`${day}&holdReason=check_confirm`, [confirm]],
      [`${day}&depot=mlh`, [confirm]],
      [`${day}&depot=ZLV&state=released`, [going]],
      [`?barcode=3SFILTER01`, [going]],
      [`?reference=${String(other.body.reference)}`, [other]],
      [`${day}&reference=${String(other.body.reference)}`, []],
      [`${day}&depot=NIX`, []],
    ] as const)
      expect([query, idsOf(await page(query))]).toEqual([query, ids(...expected)]);
  });

  it('shows an agent those of the depot and those of none yet, and no others', async () => {
    const promisedOn = '2026-03-05';
    const mine = await released(stage, { promisedOn });
    const others = await released(stage, { promisedOn, depot: 'MLH' });
    const unassigned = await stage.service.order({ promisedOn });
    const body = anOrder({ promisedOn, depot: 'ZLV' });
    const ofStranger = await stage.service.write('stranger', path, { body });
    for (const [who, expected] of [
      ['owner', [unassigned, others, mine]],
      ['stranger', [ofStranger]],
      ['agent', [ofStranger, unassigned, mine]],
      ['colleague', [unassigned, others]],
      ['supervisor', [ofStranger, unassigned, others, mine]],
      ['planner', [ofStranger, unassigned, others, mine]],
    ] as const)
      expect([who, idsOf(await page(`?promisedOn=${promisedOn}`, who))]).toEqual([who, ids(...expected)]);
    const day = `?promisedOn=${promisedOn}`;
    expect(idsOf(await page(`${day}&depot=ZLV`, 'agent'))).toEqual(ids(ofStranger, mine));
    expect(idsOf(await page(`${day}&depot=MLH`, 'agent'))).toEqual([]);
    const walked = [await page(`${day}&limit=1`, 'agent')];
    while (walked.at(-1)?.nextCursor)
      walked.push(await page(`${day}&limit=1&cursor=${String(walked.at(-1)?.nextCursor)}`, 'agent'));
    expect(walked.flatMap(idsOf)).toEqual(ids(ofStranger, unassigned, mine));
  });

  it('shows one that came into another state under that state', async () => {
    const made = await released(stage, { promisedOn: '2026-03-06' });
    await stage.service.write('owner', pathOf(made, '/cancel'), { body: {}, etag: made.etag });
    expect(idsOf(await page('?promisedOn=2026-03-06&state=released'))).toEqual([]);
    expect(idsOf(await page('?promisedOn=2026-03-06&state=cancelled'))).toEqual(ids(made));
  });

  it('gives an end, not an error, for a cursor of its own that is older than all', async () => {
    expect(await page('?cursor=snd_00000000000000000000000000')).toEqual({ shipments: [], nextCursor: null });
  });

  refusesTheWrongPerson(stage, listing, { nobody: 401, page: 403, tester: 403 });

  refusesBadQueries(stage, listing, [
    ['?limit=0', [['/limit', 'too_small']]],
    ['?limit=101', [['/limit', 'too_big']]],
    ['?limit=x', [['/limit', 'type']]],
    ['?limit=1.5', [['/limit', 'type']]],
    ['?page=2', [['/page', 'unknown_field']]],
    ['?state=asleep', [['/state', 'not_allowed']]],
    ['?state=held&state=released', [['/state', 'not_allowed']]],
    [`?cursor=${'x'.repeat(65)}`, [['/cursor', 'format']]],
    [
      '?state=&holdReason=no&depot=*&promisedOn=today&reference=&barcode=3S&limit=-1&sort=asc',
      [
        ['/state', 'not_allowed'],
        ['/holdReason', 'not_allowed'],
        ['/depot', 'format'],
        ['/promisedOn', 'format'],
        ['/reference', 'too_small'],
        ['/barcode', 'format'],
        ['/limit', 'too_small'],
        ['/sort', 'unknown_field'],
      ],
    ],
  ]);

  it('refuses the one sign that no database keeps', async () => {
    expect((await sendAs(stage, 'GET', 'owner', { path: `${path}?reference=%00` })).status).toBe(400);
  });
});
