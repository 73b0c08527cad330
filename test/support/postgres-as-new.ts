import type { Database } from '../../src/database/open-database';

/** What tests that make tables, columns or triggers leave otherwise than it was. */
const SHAPE = `
  SELECT md5(string_agg(part, ',' ORDER BY part)) AS shape FROM (
    SELECT table_name || '.' || column_name || ' ' || data_type || is_nullable || coalesce(column_default, '') AS part
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT conrelid::regclass || ' ' || conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  ) AS parts`;

/** Keeps the rows that a migrated database has, and its shape, beside its tables. */
export async function keepAsNew(database: Database): Promise<void> {
  await database.raw(`
    CREATE SCHEMA as_new;
    CREATE TABLE as_new.shapes AS ${SHAPE};
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE as_new.%I AS TABLE public.%I', name, name);
      END LOOP;
    END $$`);
}

/** Puts the rows back as they were; neither triggers nor references are asked. */
export async function makeAsNew(database: Database): Promise<void> {
  await database.raw(`
    DO $$ DECLARE name text; BEGIN
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('DELETE FROM public.%I', name);
        EXECUTE format('INSERT INTO public.%I SELECT * FROM as_new.%I', name, name);
      END LOOP;
    END $$`);
}

/** Whether its tables are those that were kept. */
export async function isAsNew(database: Database): Promise<boolean> {
  const { rows } = await database.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM as_new.shapes JOIN (${SHAPE}) AS now USING (shape)`,
  );
  return rows.length === 1;
}
