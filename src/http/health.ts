/** What a probe found: whether this part works, and what is worth knowing about it. */
export interface Finding {
  ok: boolean;
  /** Such as "a newer edition was refused": it works, but someone should look. */
  note?: string;
}

/** A named look at something that the service needs. */
export interface Probe {
  name: string;
  look(): Finding | Promise<Finding>;
}

export interface Health {
  status: 'ready' | 'degraded' | 'unavailable' | 'draining';
  checks: { name: string; ok: boolean; note?: string }[];
}

const patienceMs = 2_000;

/** Looks at everything at once; a probe that throws or dawdles has failed, in words that give nothing away. */
export async function lookAt(probes: readonly Probe[]): Promise<Health> {
  const checks = await Promise.all(
    probes.map(async (probe) => ({ name: probe.name, ...(await findingOf(probe)) })),
  );
  if (checks.some(({ ok }) => !ok)) return { status: 'unavailable', checks };
  return { status: checks.some(({ note }) => note !== undefined) ? 'degraded' : 'ready', checks };
}

async function findingOf(probe: Probe): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, note: 'no answer in time' }), patienceMs);
  });
  try {
    return await Promise.race([Promise.resolve(probe.look()), late]);
  } catch {
    return { ok: false, note: 'no answer' };
  } finally {
    clearTimeout(timer);
  }
}
