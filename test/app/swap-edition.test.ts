import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAddressChecker } from '../../src/checks/address-checker';
import { systemClock as clock } from '../../src/clock';
import { newId } from '../../src/ids';
import { createLog } from '../../src/log';
import { parsePostcode } from '../../src/register/names/postcode';
import { openRegister } from '../../src/register/register-worker';
import { editionBytes } from '../support/edition-of';
import { startApp } from '../support/start-app';

/** In each edition, the street at the postcode goes by another name. */
const editionOfStreet = (name: string) =>
  editionBytes((sink) => {
    const street = sink.street(sink.place('Zilverwaard'), name);
    sink.address({ street, postcode: parsePostcode('8951AB') ?? 0, houseNumber: 12, addition: '' });
  });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-swap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('editions change under load without a request that fails or is judged by a mixture', async () => {
  const path = join(folder, 'register.edition');
  const put = (bytes: Uint8Array) => {
    writeFileSync(`${path}.part`, bytes);
    renameSync(`${path}.part`, path);
  };
  put(editionOfStreet('Kerkstraat'));
  const log = createLog('silent', { write: () => undefined });
  const opened = openRegister({ path, clock, log });
  const checker = createAddressChecker({
    register: opened.register.current,
    nowMs: () => clock.nowMs(),
    newCheckId: (nowMs) => newId('chk', nowMs),
    registerMaxAgeDays: 100_000,
  });
  const service = await startApp({ checker });
  const address = { houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' };
  const answers: { status: number; street: string | undefined }[] = [];
  let swaps = 0;

  async function ask(): Promise<void> {
    while (swaps < 20) {
      const answer = await service.post('/v1/address-checks', { address });
      const body = (await answer.json()) as { address: { street: string } | null };
      answers.push({ status: answer.status, street: body.address?.street });
    }
  }
  async function swap(): Promise<void> {
    for (; swaps < 20; swaps++) {
      put(
        swaps % 4 === 3 ? Buffer.from('no edition') : editionOfStreet(swaps % 2 ? 'Kerkstraat' : 'Lindelaan'),
      );
      await opened.reload();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  try {
    await Promise.all([ask(), ask(), ask(), swap()]);
  } finally {
    await service.close();
    await opened.close();
  }
  expect(answers.length).toBeGreaterThan(20);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect([...new Set(answers.map(({ street }) => street))].sort()).toEqual(['Kerkstraat', 'Lindelaan']);
});
