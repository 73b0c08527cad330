import { every } from '../src/every';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what fails is left to the next time, and none runs beside another', async () => {
  let runs = 0;
  let atOnce = 0;
  let mostAtOnce = 0;
  const repeated = every(5, async () => {
    runs += 1;
    mostAtOnce = Math.max(mostAtOnce, (atOnce += 1));
    await pause(10);
    atOnce -= 1;
    if (runs % 2 === 1) throw new Error('not this time');
  });
  await pause(100);
  await repeated.stop();
  expect(runs).toBeGreaterThan(2);
  expect(mostAtOnce).toBe(1);
});

test('stopping waits for what is under way, and nothing follows', async () => {
  let runs = 0;
  let finished = 0;
  const repeated = every(1, async () => {
    runs += 1;
    await pause(20);
    finished += 1;
  });
  while (runs === 0) await pause(1);
  await repeated.stop();
  expect(finished).toBe(1);
  await pause(10);
  expect(runs).toBe(1);
});
