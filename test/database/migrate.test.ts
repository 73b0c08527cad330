import { migrate, migrationStatus, refuseUnlessMigrated, undoMigrations } from '../../src/database/migrate';
import { migrations } from '../../migrations/index';
import { onEveryDatabase } from '../support/databases';

const names = migrations.map(({ name }) => name);

onEveryDatabase('migrations', (databases) => {
  it('go up, down and up again', async () => {
    const database = await databases.connect(await databases.emptyUrl());
    expect(await migrate(database)).toEqual(names);
    expect(await migrate(database)).toEqual([]);
    expect(await undoMigrations(database)).toEqual([...names].reverse());
    expect(await migrationStatus(database)).toEqual({ applied: [], pending: names, unknown: [] });
    expect(await migrate(database)).toEqual(names);
  });

  it('are applied once when three replicas start together', async () => {
    const url = await databases.emptyUrl();
    const replicas = await Promise.all([1, 2, 3].map(() => databases.connect(url)));
    const applied = await Promise.all(replicas.map((replica) => migrate(replica)));
    expect(applied.flat()).toEqual(names);
  });

  it('leave nothing behind when one of them fails', async () => {
    const database = await databases.connect(await databases.emptyUrl());
    const bad = {
      name: '999-bad',
      up: () => Promise.reject(new Error('bad')),
      down: () => Promise.resolve(),
    };
    await expect(migrate(database, [...migrations, bad])).rejects.toThrow('bad');
    expect(await migrationStatus(database)).toMatchObject({ applied: [] });
    expect(await migrate(database)).toEqual(names);
  });

  it('are refused on a database that is ahead of the code', async () => {
    const database = await databases.open();
    await database('migrations').insert({ name: '999-later', batch: 9, migration_time: new Date(0) });
    await expect(migrate(database)).rejects.toThrow(/newer than this version of klopt \(it has 999-later\)/);
    await expect(refuseUnlessMigrated(database)).rejects.toThrow(/run the newer version/);
  });

  it('are asked for where they are lacking', async () => {
    const database = await databases.connect(await databases.emptyUrl());
    await expect(refuseUnlessMigrated(database)).rejects.toThrow(
      /lacks 001-shops-and-keys.*run "klopt migrate"/,
    );
    await migrate(database);
    await expect(refuseUnlessMigrated(database)).resolves.toBeUndefined();
  });
});
