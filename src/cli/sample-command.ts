import { Command, InvalidArgumentError } from 'commander';
import { systemClock as clock } from '../clock';
import { readConfig } from '../config';
import { CommandFailed } from './command-failed';
import { inThousands } from './figures';
import { showProgress } from './progress';
import { registerFileOf } from './register-file';
import { processTerminal, type Terminal } from './terminal';

interface DayOptions {
  seed: number;
  force: boolean;
  json: boolean;
}

/** `klopt sample day`. */
export function sampleCommand(terminal: Terminal = processTerminal): Command {
  return new Command('sample')
    .description('try the service on the fictional municipality')
    .addCommand(dayCommand(terminal));
}

function dayCommand(terminal: Terminal): Command {
  return new Command('day')
    .description(
      "fill the database with a carrier's day: depots, people, shops, 200 shipments, their scans and routes",
    )
    .option('--seed <n>', 'another day for another number', seed, 1)
    .option('--force', 'in production, or on another register than the sample, all the same', false)
    .option('--json', 'print as JSON', false)
    .action(async (options: DayOptions) => {
      await refuseOutsideSample(options);
      const { sampleDayData, sampleDayText } = await import('./sample-day-text.js');
      const { host, port } = readConfig();
      const filled = await fill(options, terminal);
      const url = `http://${host}:${port}`;
      terminal.answer(options.json ? JSON.stringify(sampleDayData(filled)) : sampleDayText(filled, url));
    });
}

async function refuseOutsideSample({ force }: DayOptions): Promise<void> {
  if (force) return;
  if (readConfig().environment === 'production')
    throw new CommandFailed(
      'This is production: its shipments are real, and a sample day is not. With --force all the same.',
    );
  const { describeEdition } = await import('../register/edition/edition-file.js');
  if (describeEdition(await registerFileOf(undefined)).info.sample) return;
  throw new CommandFailed(
    'KLOPT_REGISTER names a real register, where the customers of the sample day do not live. Leave it out, or add --force.',
  );
}

async function fill({ seed }: DayOptions, terminal: Terminal) {
  const { withShipments } = await import('./with-shipments.js');
  const { followShipment } = await import('../corrections/follow-shipment.js');
  const { routesGround } = await import('../parts.js');
  const { fillDay } = await import('../sample-day/fill-day.js');
  const date = dateInTheNetherlands(clock.now());
  const progress = showProgress(terminal, clock, inThousands);
  const onProgress = (done: number, total: number) => progress.show({ step: 'registering', done, total });
  const startedMs = clock.monotonicMs();
  const filled = await withShipments((shipments) =>
    fillDay(
      { ...shipments, followShipment, ...routesGround(() => shipments.register) },
      { seed, date, onProgress },
    ),
  ).finally(progress.end);
  return { ...filled, date, seed, durationMs: Math.round(clock.monotonicMs() - startedMs) };
}

function dateInTheNetherlands(now: Date): string {
  return now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
}

function seed(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number from 1 to 9999.');
  return Number(text);
}
