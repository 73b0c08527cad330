import { type Access, createAccess } from './access/create-access';
import { startForgetSessionsWorker } from './access/forget-sessions-worker';
import { createPageGround } from './access/page-ground-pages';
import { createSecretBox } from './access/secret-box';
import { SIGN_ON_CALLBACK } from './access/sign-on-endpoints';
import { createSignOn } from './access/sign-on-source';
import type { AppDependencies } from './app';
import { startAuditWorker } from './audit/audit-worker';
import { createAddressChecker } from './checks/address-checker';
import { createReadHistory } from './checks/history';
import { createCheckMemory } from './checks/check-memory-worker';
import { explainedReasons } from './checks/reason-pages';
import type { Clock } from './clock';
import type { Config } from './config';
import { followRoute } from './corrections/follow-route';
import { followShipment } from './corrections/follow-shipment';
import { createPseudonymise } from './customers/pseudonym';
import { migrateOrRefuse } from './database/migrate';
import { type Database, openDatabase } from './database/open-database';
import { startForgetWorker } from './idempotency/forget-worker';
import { newId } from './ids';
import { isDatabaseUnavailable } from './database/database-error';
import type { Repeated } from './every';
import type { Probe } from './http/health';
import type { Log } from './log';
import type { Metrics } from './metrics';
import { followAmendments } from './register/amendments/amendments-worker';
import type { CurrentRegister } from './register/current-register';
import { registerFinding } from './register/register-health';
import { registerMetrics } from './register/register-metrics';
import { openRegister, type OpenRegister } from './register/register-worker';
import type { Register } from './register/edition/register';
import { createTravelTimes } from './routes/planning/osrm-source';
import { startEscalationWorker } from './routes/escalation/escalation-worker';
import { startLookers } from './cases/lookers-worker';
import { startLiveHub } from './desk/live-worker';
import { startFeedHub } from './routes/feed/feed-hub-worker';
import { createPlaceOf } from './routes/plans/place-of';
import type { PlanGround } from './routes/plans/write-plan';
import { type CheckEntry, createCheckEntry } from './shipments/check-entry';
import { startCheckWorker } from './shipments/check-worker';
import { welcome } from './welcome';
import { assignDepot } from './shipments/assign-depot';
import { describeParcels, findParcels } from './shipments/find-parcels';

export interface PartsDependencies {
  config: Config;
  clock: Clock;
  log: Log;
  metrics: Metrics;
}

type Wiring = Pick<
  AppDependencies,
  | 'authenticate'
  | 'limit'
  | 'allowsOrigin'
  | 'isUnavailable'
  | 'probes'
  | 'reasonCodes'
  | 'checker'
  | 'checkMemory'
  | 'database'
  | 'register'
  | 'follower'
  | 'enumeration'
  | 'readHistory'
  | 'checkEntry'
  | 'pseudonymise'
  | 'followShipment'
  | 'findParcels'
  | 'assignDepot'
  | 'describeParcels'
  | 'placeOf'
  | 'followRoute'
  | 'askTravelTimes'
  | 'feedHub'
  | 'liveHub'
  | 'lookers'
  | 'pages'
  | 'secretBox'
  | 'signOn'
>;

/** An agent waits for the options: after this, straight lines must do. */
const ROADS_TIMEOUT_MS = 1_500;

/** Of each answer of a company's sign-on: of three, less than a request may take. */
const SIGN_ON_TIMEOUT_MS = 3_000;

/** What the service stands on. */
export interface Parts {
  wiring: Wiring;
  /** What to tell whoever starts the service, besides where it answers. */
  welcome(url: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the database, the register and the keys, in this order. Throws errors whose message says what to do. */
export async function openParts({ config, clock, log, metrics }: PartsDependencies): Promise<Parts> {
  const database = await openDatabase(config.databaseUrl);
  await migrateOrRefuse(database);
  const opened = openRegister({ path: config.registerFile ?? (await sampleEdition(clock)), clock, log });
  const { register } = opened;
  const follower = await followAmendments({ database, register, clock, log });
  registerMetrics(metrics.registry, () => opened.state());
  const access = await createAccess({ database, clock, log });
  const feedHub = startFeedHub({ database, clock, describeParcels, isLetIn: access.isLetIn });
  const liveHub = startLiveHub(clock);
  const lookers = startLookers({ database, clock, log });
  const checks = createChecks({ config, database, register, clock, log });
  const { checkEntry } = checks;
  const ground = { ...checks, database, clock, followShipment, ...routesGround(register.current) };
  const workers = startWorkers({ database, clock, log, metrics, checkEntry });
  return {
    wiring: {
      ...checks,
      database,
      register,
      follower,
      followShipment,
      ...routeParts({ config, register, log }),
      ...{ feedHub, liveHub, lookers },
      ...accessParts(access),
      ...signInParts({ config, clock, log, database }),
      isUnavailable: isDatabaseUnavailable,
      probes: [
        { name: 'database', look: access.look },
        registerProbe(opened, config.registerMaxAgeDays, clock),
      ],
      reasonCodes: explainedReasons,
    },
    welcome: (url) => welcome({ config, opened, ground, log }, url),
    close: async () => {
      await Promise.all([feedHub.close(), liveHub.close(), lookers.close()]);
      await follower.close();
      await opened.close();
      await access.close();
      await Promise.all(workers.map((worker) => worker.stop()));
      await checks.checkMemory.close();
      await database.destroy();
    },
  };
}

function accessParts({ authenticate, limit, enumeration, allowsOrigin }: Access) {
  return { authenticate, limit, enumeration, allowsOrigin };
}

/** How people get in at the desk. */
function signInParts({
  config,
  log,
  ...ground
}: Omit<PartsDependencies, 'metrics'> & { database: Database }) {
  const { oidc: settings, publicUrl, pseudonymKey } = config;
  const asking = {
    callbackUrl: publicUrl + SIGN_ON_CALLBACK,
    timeoutMs: SIGN_ON_TIMEOUT_MS,
    log,
    clock: ground.clock,
  };
  const signOn = settings === undefined ? null : createSignOn({ settings, ...asking });
  return {
    pages: createPageGround({ ...ground, signOn }),
    secretBox: createSecretBox(pseudonymKey),
    signOn,
  };
}

/** What routes are built on, and what is built on them. */
function routeParts({
  config,
  register,
  log,
}: Pick<PartsDependencies, 'config' | 'log'> & { register: CurrentRegister }) {
  const { osrmUrl: url } = config;
  const askTravelTimes =
    url === undefined ? null : createTravelTimes({ url, timeoutMs: ROADS_TIMEOUT_MS, fetch, log });
  return { ...routesGround(register.current), describeParcels, askTravelTimes };
}

interface ChecksStandOn extends Omit<PartsDependencies, 'metrics'> {
  database: Database;
  register: CurrentRegister;
}

/** What routes are planned by, on the register in use. */
export function routesGround(current: () => Register): PlanGround {
  return { findParcels, assignDepot, placeOf: createPlaceOf(current), followRoute };
}

/** The check, and what it remembers. */
export function createChecks({ config, database, register, clock, log }: ChecksStandOn) {
  const checkMemory = createCheckMemory({ database, clock, log });
  const pseudonymise = createPseudonymise(config.pseudonymKey);
  const checker = createAddressChecker({
    register: register.current,
    nowMs: () => clock.nowMs(),
    newCheckId: (nowMs) => newId('chk', nowMs),
    registerMaxAgeDays: config.registerMaxAgeDays,
  });
  return {
    checker,
    checkMemory,
    pseudonymise,
    readHistory: createReadHistory({ database, checkMemory, pseudonymise }),
    checkEntry: createCheckEntry(checker, log),
  };
}

type WorkerDependencies = Pick<PartsDependencies, 'clock' | 'log' | 'metrics'> & {
  database: Database;
  checkEntry: CheckEntry;
};

/** What goes on in the background, whatever is asked of the service. */
function startWorkers({ metrics, checkEntry, ...dependencies }: WorkerDependencies): Repeated[] {
  return [
    startAuditWorker({ ...dependencies, registry: metrics.registry }),
    startForgetWorker(dependencies),
    startForgetSessionsWorker(dependencies),
    startCheckWorker({ ...dependencies, checkEntry, followShipment }),
    startEscalationWorker({ ...dependencies, followRoute }),
  ];
}

/** The sample is read by the whole import of the official register, which is loaded for it alone. */
async function sampleEdition(clock: Clock): Promise<string> {
  const { ensureSampleEdition } = await import('./register/sample-edition-file.js');
  return ensureSampleEdition(clock);
}

function registerProbe(opened: OpenRegister, maxAgeDays: number, clock: Clock): Probe {
  return { name: 'register', look: () => registerFinding(opened.state(), { clock, maxAgeDays }) };
}
