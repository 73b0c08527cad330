import { insertTogether } from '../database/insert-together';
import type { Database, Transaction } from '../database/open-database';
import { transaction } from '../database/transaction';
import { auditedAccess } from './audited-access';
import { endSessions } from './sessions-store';

interface FactorRow {
  person_id: string;
  sealed_secret: string;
  created_at: number;
  confirmed_at: number | null;
  last_step: number | null;
}

/** How far somebody is with a second factor. */
export interface FactorState {
  /** undefined where none was begun. */
  sealedSecret: string | undefined;
  isConfirmed: boolean;
  isRequired: boolean;
}

const FACTORS = 'second_factors';
const CODES = 'recovery_codes';
/** How long a secret waits for its first code: who saw it and went away is not to meet it again. */
const UNCONFIRMED_MS = 60 * 60_000;

export async function findFactorState(database: Database, personId: string): Promise<FactorState> {
  const row = await database('people')
    .leftJoin(FACTORS, 'people.id', `${FACTORS}.person_id`)
    .where('people.id', personId)
    .first<(Partial<FactorRow> & { second_factor_required_at: number | null }) | undefined>();
  return {
    sealedSecret: row?.sealed_secret ?? undefined,
    isConfirmed: (row?.confirmed_at ?? null) !== null,
    isRequired: (row?.second_factor_required_at ?? null) !== null,
  };
}

/** Whether a second factor is in force, and whether a supervisor asks for one. */
export interface FactorOf {
  isOn: boolean;
  isRequired: boolean;
}

export const NO_FACTOR: FactorOf = { isOn: false, isRequired: false };

/** How far everyone is with a second factor, by their ids. */
export async function listFactors(database: Database): Promise<Map<string, FactorOf>> {
  const rows = await database('people')
    .leftJoin(FACTORS, 'people.id', `${FACTORS}.person_id`)
    .select<{ id: string; confirmed_at: number | null; second_factor_required_at: number | null }[]>(
      'people.id',
      `${FACTORS}.confirmed_at`,
      'people.second_factor_required_at',
    );
  return new Map(
    rows.map((row) => [
      row.id,
      { isOn: row.confirmed_at !== null, isRequired: row.second_factor_required_at !== null },
    ]),
  );
}

/** Begins a second factor, where none was, or one that was begun long ago and never confirmed; whatever is there then. */
export async function beginFactor(
  database: Database,
  { personId, sealedSecret }: { personId: string; sealedSecret: string },
  nowMs: number,
): Promise<FactorState> {
  const row = { person_id: personId, sealed_secret: sealedSecret, created_at: nowMs };
  await database<FactorRow>(FACTORS)
    .insert(row)
    .onConflict('person_id')
    .merge()
    .whereNull(`${FACTORS}.confirmed_at`)
    .where(`${FACTORS}.created_at`, '<=', nowMs - UNCONFIRMED_MS);
  return findFactorState(database, personId);
}

export interface Confirming {
  personId: string;
  step: number;
  codeHashes: readonly string[];
}

/** Puts a second factor in force, which ends all sessions of its person; false where it is already. */
export async function confirmFactor(
  database: Database,
  { personId, step, codeHashes }: Confirming,
  nowMs: number,
): Promise<boolean> {
  return transaction(database, async (trx) => {
    const confirmed = await trx<FactorRow>(FACTORS)
      .where({ person_id: personId, confirmed_at: null })
      .update({ confirmed_at: nowMs, last_step: step });
    if (confirmed === 0) return false;
    await endSessions(trx, { personId }, nowMs);
    await insertTogether(trx, [
      { table: CODES, rows: codeHashes.map((hash) => ({ hash, person_id: personId })) },
      auditedAccess('person.second-factor-set', personId, nowMs, personId),
    ]);
    return true;
  });
}

/** Takes the code of a half minute; false where one of that, or of a later one, was taken before. */
export async function takeStep(database: Database, personId: string, step: number): Promise<boolean> {
  const taken = await database<FactorRow>(FACTORS)
    .where({ person_id: personId })
    .whereNotNull('confirmed_at')
    .where((query) => void query.whereNull('last_step').orWhere('last_step', '<', step))
    .update({ last_step: step });
  return taken > 0;
}

/** Takes a recovery code; false where there is no such, or it was taken before. */
export async function takeRecoveryCode(
  database: Database,
  { personId, hash }: { personId: string; hash: string },
  nowMs: number,
): Promise<boolean> {
  return transaction(database, async (trx) => {
    const taken = await trx(CODES).where({ hash, person_id: personId }).delete();
    if (taken > 0)
      await insertTogether(trx, [auditedAccess('person.recovery-code-used', personId, nowMs, personId)]);
    return taken > 0;
  });
}

export async function countRecoveryCodes(database: Database, personId: string): Promise<number> {
  return (await database(CODES).where({ person_id: personId }).pluck('hash')).length;
}

/** Takes a second factor away, which ends all sessions of its person. */
export async function removeFactor(
  database: Database,
  { personId, by }: { personId: string; by: string },
  nowMs: number,
): Promise<void> {
  await transaction(database, async (trx) => {
    await trx(CODES).where({ person_id: personId }).delete();
    await trx(FACTORS).where({ person_id: personId }).delete();
    await endSessions(trx, { personId }, nowMs);
    await insertTogether(trx, [auditedAccess('person.second-factor-removed', personId, nowMs, by)]);
  });
}

export interface Requiring {
  personId: string;
  required: 'yes' | 'no';
  by: string;
}

/** Asks a second factor of somebody, or no longer; whoever is asked and has none is signed out, so that it holds at once. */
export async function writeRequired(
  database: Database,
  { personId, required, by }: Requiring,
  nowMs: number,
): Promise<void> {
  const isAsked = required === 'yes';
  await transaction(database, async (trx) => {
    const state = await findFactorState(trx, personId);
    if (state.isRequired === isAsked) return;
    const requiredAt = { second_factor_required_at: isAsked ? nowMs : null };
    await trx('people').where({ id: personId }).update(requiredAt);
    if (isAsked && !state.isConfirmed) await endSessions(trx, { personId }, nowMs);
    await auditRequired(trx, { personId, required, by }, nowMs);
  });
}

async function auditRequired(
  trx: Transaction,
  { personId, required, by }: Requiring,
  nowMs: number,
): Promise<void> {
  const action = required === 'yes' ? 'person.second-factor-required' : 'person.second-factor-not-required';
  await insertTogether(trx, [auditedAccess(action, personId, nowMs, by)]);
}
