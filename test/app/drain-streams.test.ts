import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueDevice } from '../../src/access/issue-device';
import { markDeviceRevoked } from '../../src/access/device-tokens-store';
import { migrate } from '../../src/database/migrate';
import { type Database, openDatabase } from '../../src/database/open-database';
import { openStream } from '../support/event-stream';
import { aRoute, keepRoute } from '../support/kept-route';
import { writeSampleEdition } from '../support/sample-parts';
import { type ServiceProcess, startService } from '../support/service-process';

describe('a process with streams', () => {
  let folder: string;
  let database: Database;
  let service: ServiceProcess;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klopt-streams-'));
    const databaseUrl = `sqlite:${join(folder, 'klopt.sqlite')}`;
    database = await openDatabase(databaseUrl);
    await migrate(database);
    service = await startService({
      KLOPT_DATABASE_URL: databaseUrl,
      KLOPT_REGISTER: await writeSampleEdition(folder),
      KLOPT_DRAIN_SECONDS: '30',
    });
  });
  afterAll(async () => {
    await database.destroy();
    rmSync(folder, { recursive: true });
  });

  const follow = async () => {
    const nowMs = Date.now();
    const { id: routeId, endsAtMs } = await keepRoute(database, aRoute({}, nowMs));
    const issued = await issueDevice(database, { routeId, endsAtMs, actor: 'operator' }, nowMs);
    const { token, stored } = issued!;
    const headers = { authorization: `Bearer ${token}` };
    const stream = await openStream(`${service.url}/v1/routes/${routeId}/stream`, headers);
    await stream.reach(1);
    return { stream, device: stored, headers };
  };

  it('ends that of a device whose token is revoked, within seconds', async () => {
    const { stream, device, headers } = await follow();
    const startedMs = performance.now();
    await markDeviceRevoked(database, device, { actor: 'operator', atMs: Date.now() });
    await stream.ended;
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    const refused = await fetch(`${service.url}/v1/routes/${device.routeId}/changes`, { headers });
    expect(refused.status).toBe(401);
  });

  it('ends them all when it is asked to stop, and waits for nothing more', async () => {
    const both = [await follow(), await follow()];
    const startedMs = performance.now();
    await service.stop();
    await Promise.all(both.map(({ stream }) => stream.ended));
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});
