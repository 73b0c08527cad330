import { createDepot } from '../../src/access/create-depot';
import { createPerson } from '../../src/access/create-person';
import { endPerson } from '../../src/access/end-person';
import { issueKey } from '../../src/access/issue-key';
import { issueToken } from '../../src/access/issue-token';
import { revokeKey } from '../../src/access/revoke-key';
import { revokeToken } from '../../src/access/revoke-token';
import type { Database } from '../../src/database/open-database';
import { onEveryDatabase } from '../support/databases';
import { steeredClock } from '../support/steered-clock';

const clock = steeredClock();
const noor = { role: 'agent', idOrName: 'Noor' } as const;

onEveryDatabase('who is let in', (databases) => {
  let database: Database;
  beforeEach(async () => (database = await databases.open()));

  const audited = async () => {
    const rows = await database('audit_entries')
      .orderBy('id')
      .select<{ action: string; subject: string; actor: string }[]>();
    return rows
      .map(({ actor, action, subject }) => `${actor} ${action} ${subject.replace(/_.*/, '')}`)
      .sort();
  };

  it('is in the audit log: depots, people, tokens and keys, made and revoked', async () => {
    await createDepot(database, clock, { code: 'ZLV', name: 'Zilverwaard' });
    await createPerson(database, clock, { role: 'agent', name: 'Noor', depot: 'ZLV' });
    const second = await issueToken(database, clock, noor);
    await revokeToken(database, clock, second.stored.id);
    await endPerson(database, clock, noor);
    const { stored } = await issueKey(database, clock, { shopName: 'A', kind: 'secret', mode: 'live' });
    await revokeKey(database, clock, stored.id);
    expect(await audited()).toEqual([
      'operator depot.created ZLV',
      'operator key.issued key',
      'operator key.revoked key',
      'operator person.created per',
      'operator person.ended per',
      'operator token.issued tok',
      'operator token.issued tok',
      'operator token.revoked tok',
    ]);
  });

  it('is there once: what was revoked already is not revoked again', async () => {
    const { stored } = await issueKey(database, clock, { shopName: 'A', kind: 'secret', mode: 'live' });
    await revokeKey(database, clock, stored.id);
    await revokeKey(database, clock, stored.id);
    expect(await audited()).toEqual(['operator key.issued key', 'operator key.revoked key']);
  });

  it('is told by ids alone: no name of a person or shop', async () => {
    await createPerson(database, clock, { role: 'agent', name: 'Noor' });
    await issueKey(database, clock, { shopName: 'Winkel Noor', kind: 'secret', mode: 'live' });
    expect(JSON.stringify(await database('audit_entries').select())).not.toContain('Noor');
  });
});
