/**
 * Proves that a shop learns nothing of another: random histories of two shops with customers of the same names at the same
 * addresses; whatever the one does, the other is answered the same, byte for byte, and as fast.
 * Run: npm run prove:non-interference -- [histories]
 */
import { proveNonInterference } from '../test/support/non-interference';

const MOST_APART_MS = 1;
const [, , histories = '10000'] = process.argv;

void proveNonInterference(Number(histories)).then((proved) => {
  const { answers, aloneMs, besideMs } = proved;
  const apartMs = Math.abs(besideMs - aloneMs);
  console.log(
    `${proved.histories} histories, ${answers} answers: the same without the other shop and beside it`,
  );
  console.log(
    `median ${aloneMs.toFixed(3)} ms without, ${besideMs.toFixed(3)} ms beside: ${apartMs.toFixed(3)} ms apart`,
  );
  if (apartMs > MOST_APART_MS) process.exitCode = 1;
});
