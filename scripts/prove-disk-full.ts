/**
 * Fills the disk of the service while it is written to, and makes room again: it must answer 503 meanwhile, go on by itself,
 * and have lost and doubled nothing. Takes the right to mount. Run: npm run prove:disk-full -- [fills]
 */
import { fillWhileWriting } from '../test/support/crash/fill-disk';
import { BUILT } from '../test/support/service-process';

const [, , fills = '10'] = process.argv;

void fillWhileWriting({ fills: Number(fills), writesBetween: 200, writers: 8, program: BUILT }).then(
  ({ load: { ledger }, wrong }) => {
    console.log(
      `disk full ${fills} times: ${ledger.acknowledged.length} writes acknowledged, ${ledger.unavailable} answered 503; ${wrong.length} wrong`,
    );
    for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
    if (wrong.length > 0) process.exitCode = 1;
  },
);
