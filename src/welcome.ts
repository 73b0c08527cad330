import { demoWelcome, ensureDemoShop } from './access/demo-shop';
import type { Config } from './config';
import type { Log } from './log';
import type { OpenRegister } from './register/register-worker';
import type { DayDependencies } from './sample-day/fill-day';

// The new street with the old postcode: what this service is for, in the sample's municipality.
const mixed = { street: 'Lindelaan', houseNumber: 12, postcode: '8951 AB', city: 'Zilverwaard' };

interface Welcoming {
  config: Config;
  log: Log;
  opened: OpenRegister;
  ground: Omit<DayDependencies, 'register'>;
}

/** What to tell whoever starts the service, besides where it answers. Outside production a new one makes somebody to try it with. */
export async function welcome({ config, opened, ground, log }: Welcoming, url: string): Promise<string> {
  const { database, clock } = ground;
  const notice = opened.state().info.sample ? await sampleNotice() : '';
  const key = config.environment === 'production' ? null : await ensureDemoShop(database, clock);
  if (key === null) return notice;
  const told = notice + demoWelcome(key, url, mixed);
  // Whoever names a register of their own means to try that, without people who do not live there.
  if (config.registerFile !== undefined) return told;
  const { fillFirstDay } = await import('./sample-day/first-day.js');
  const day = fillFirstDay({ ...ground, register: opened.register.current() }, url);
  return (
    told +
    (await day.catch((error: unknown) => {
      log.warn({ error }, 'the sample day was not filled in; "klopt sample day" does it');
      return '';
    }))
  );
}

async function sampleNotice(): Promise<string> {
  const { SAMPLE_NOTICE } = await import('./register/sample-edition-file.js');
  return `${SAMPLE_NOTICE}\n`;
}
