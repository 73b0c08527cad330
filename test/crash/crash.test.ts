import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

// Small runs of `npm run prove:crash`: as processes, since they start and crash servers of their own.
async function prove(...options: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/prove-crash.ts', '--source', ...options],
    { cwd: join(__dirname, '../..'), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

describe('whatever was acknowledged', () => {
  it('is there, once, after the service was killed', async () => {
    const { code, output } = await prove('--kills=3', '--writes=300', '--restarts=0');
    expect(output).toMatch(/killed 3 times: \d{3,} writes acknowledged.*; 0 wrong/);
    expect(code).toBe(0);
  }, 60_000);

  it('is there, once, after PostgreSQL crashed, while the service lived on and answered 503', async () => {
    const { code, output } = await prove('--kills=0', '--restarts=1', '--between=60');
    expect(output).toMatch(/crashed 1 times: \d{2,} writes acknowledged.*, [1-9]\d* answered 503; 0 wrong/);
    expect(code).toBe(0);
  }, 60_000);
});
