import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/database/open-database';
import { type Ask, askService } from '../ask-service';
import { wrongOnRoutes } from '../crash/examine-routes';
import { askUntilAnswered, type Patience } from '../crash/send';
import { anyOf, doors } from '../fleet/doors';
import { type Pushed, redirect } from '../fleet/redirect';
import { sendOut } from '../fleet/send-out';
import { type Bearers, prepareDatabase } from '../issue-access';
import { type ServiceProcess, startService } from '../service-process';
import { Follower } from './follower';

export interface ReplicaPlan {
  databaseUrl: string;
  edition: string;
  replicas: number;
  devices: number;
  agents: number;
  approvals: number;
  program: readonly string[];
}

/** An approval that was answered, and when its route's device heard of it. */
interface Told {
  pushed: Pushed;
  follower: Follower;
  answeredAtMs: number;
}

export interface ReplicaReport {
  /** From the answer to an approval until the device has it, in order; 0 where the device was first. */
  delaysMs: readonly number[];
  /** How often devices lost their connection. */
  breaks: number;
  wrong: readonly string[];
}

const STOPS = 12;
/** People think. */
const PAUSE_MS = 150;

/**
 * Several replicas on one PostgreSQL: each device follows its route at one of them, each approval is asked of another. In the
 * middle of it one is killed, and its devices go on at others.
 */
export async function killReplica(plan: ReplicaPlan): Promise<ReplicaReport> {
  const { databaseUrl, edition, replicas, program } = plan;
  const bearers = await prepareDatabase(databaseUrl);
  const environment = { KLOPT_DATABASE_URL: databaseUrl, KLOPT_REGISTER: edition };
  const services = await Promise.all(
    Array.from({ length: replicas }, () => startService(environment, program)),
  );
  const followers = await follow(plan, services, bearers);
  const told = await approving(plan, { services, followers, bearers });
  await Promise.all(followers.map(({ device }) => device.finish()));
  await Promise.all(services.slice(1).map((service) => service.stop()));
  const breaks = followers.reduce((sum, follower) => sum + follower.breaks, 0);
  return { ...delaysOf(told), breaks, wrong: await wrongAfter(databaseUrl, told, followers) };
}

/** Routes under way, their devices at the replicas in turn. */
async function follow(
  { devices }: ReplicaPlan,
  services: readonly ServiceProcess[],
  bearers: Bearers,
): Promise<Follower[]> {
  const urls = services.map(({ url }) => url);
  const ask: Ask = (asked) => askService(urls[0] ?? '', asked);
  const followers: Follower[] = [];
  for (let n = 0; n < devices; n += 1)
    followers.push(new Follower(await sendOut(ask, bearers, STOPS), urls, n));
  for (const { device } of followers) device.outbox.put({ kind: 'started' });
  return followers;
}

interface Work {
  services: readonly ServiceProcess[];
  followers: readonly Follower[];
  bearers: Bearers;
}

async function approving({ agents, approvals }: ReplicaPlan, work: Work): Promise<Told[]> {
  const told: Told[] = [];
  const approve = async () => {
    while (told.length < approvals) {
      const follower = anyOf(work.followers)!;
      const pushed = await approveElsewhere(follower, work);
      if (pushed !== null) told.push({ pushed, follower, answeredAtMs: performance.now() });
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
  };
  const kill = async () => {
    while (told.length < approvals / 2) await sleep(PAUSE_MS);
    await work.services[0]!.kill();
  };
  await Promise.all([...Array.from({ length: agents }, approve), kill()]);
  return told;
}

/** Asks replicas that the device is not at, another where one does not answer. */
function approveElsewhere(follower: Follower, { services, bearers }: Work): Promise<Pushed | null> {
  const patience: Patience = { retries: { sent: 0, replayed: 0 }, unavailable: 0 };
  const elsewhere = {
    get url() {
      return anyOf(services.filter(({ url }) => url !== follower.url))!.url;
    },
  };
  const ask: Ask = (asked) => askUntilAnswered(elsewhere, asked, patience);
  return redirect({ ask, bearer: bearers.agent }, anyOf(follower.van.parcels)!, anyOf(doors)!);
}

function delaysOf(told: readonly Told[]): Pick<ReplicaReport, 'delaysMs'> {
  const delaysMs = told.map(({ pushed, follower, answeredAtMs }) =>
    Math.max(0, (follower.heardAtMs(pushed) ?? Infinity) - answeredAtMs),
  );
  return { delaysMs: delaysMs.sort((a, b) => a - b) };
}

async function wrongAfter(
  databaseUrl: string,
  told: readonly Told[],
  followers: readonly Follower[],
): Promise<string[]> {
  const database = await openDatabase(databaseUrl);
  try {
    const heard = followers.map(({ device, van }) => ({ ...device.told(), van }));
    const pushed = told.map((one) => one.pushed);
    return await wrongOnRoutes(database, { pushed, heard, isQuiet: true });
  } finally {
    await database.destroy();
  }
}
