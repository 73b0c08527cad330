import { type Operation, refusesBadQueries, refusesTheWrongPerson, sendAs } from '../support/checklist';
import { alertsOf, raised, type ShownAlert } from '../support/raised-alerts';
import { onStage } from '../support/shipments-stage';

onStage('listAlerts', (stage) => {
  const listing: Operation = {
    ...{ method: 'GET', who: 'agent', status: 200 },
    ready: () => Promise.resolve({ path: '/v1/alerts' }),
  };
  const subjectsOf = (alerts: ShownAlert[]) => alerts.map(({ subject }) => subject);

  it('shows what is open, of whom it is about, once however often it is raised', async () => {
    const of = { routeId: 'rte_1', shipmentId: 'snd_1', correctionId: 'cor_1' };
    const subject = await raised(stage, of);
    const at = stage.clock.now().toISOString();
    await raised(stage, { ...of, subject });
    const shown = (await alertsOf(stage, 'agent')).filter((alert) => alert.subject === subject);
    expect(shown).toEqual([
      {
        ...{ id: expect.stringMatching(/^alt_/), kind: 'instruction_unacknowledged', depot: 'ZLV', subject },
        ...{ ...of, raisedAt: at, closedAt: null },
      },
    ]);
  });

  it('shows someone of a depot its alerts and those of none; to the others all', async () => {
    const own = await raised(stage);
    const [others, nobodys] = [await raised(stage, { depot: 'MLH' }), await raised(stage, { depot: null })];
    const seen = async (who: 'agent' | 'colleague' | 'supervisor', query?: string) => {
      const subjects = subjectsOf(await alertsOf(stage, who, query));
      return [own, others, nobodys].map((subject) => subjects.includes(subject));
    };
    expect(await seen('agent')).toEqual([true, false, true]);
    expect(await seen('colleague')).toEqual([false, true, true]);
    expect(await seen('supervisor')).toEqual([true, true, true]);
    expect(await seen('supervisor', '&depot=mlh')).toEqual([false, true, false]);
    expect(await seen('agent', '&depot=MLH')).toEqual([false, false, false]);
  });

  it('shows those of one kind, the newest first, a page at a time', async () => {
    const subjects: string[] = [];
    for (let count = 0; count < 3; count++) subjects.unshift(await raised(stage, { kind: 'window_at_risk' }));
    const page = async (query: string) =>
      (
        await sendAs<{ alerts: ShownAlert[]; nextCursor: string | null }>(stage, 'GET', 'agent', {
          path: `/v1/alerts?kind=window_at_risk&limit=2${query}`,
        })
      ).body;
    const first = await page('');
    const last = await page(`&cursor=${first.nextCursor!}`);
    expect([...subjectsOf(first.alerts), ...subjectsOf(last.alerts)]).toEqual(subjects);
    expect(last.nextCursor).toBeNull();
  });

  refusesTheWrongPerson(stage, listing, {
    ...{ nobody: 401, owner: 403, page: 403, tester: 403, stranger: 403, planner: 403 },
    'device@rte_another@dev_another': 403,
  });
  refusesBadQueries(stage, listing, [
    ['?kind=fire', [['/kind', 'not_allowed']]],
    ['?depot=a%20b', [['/depot', 'format']]],
    ['?cursor=rte_1', [['/cursor', 'format']]],
    [
      '?limit=101&of=x',
      [
        ['/limit', 'too_big'],
        ['/of', 'unknown_field'],
      ],
    ],
  ]);
});
