import { systemClock } from '../clock';
import { readConfig } from '../config';

/** The edition that a command works on: the one given, that of KLOPT_REGISTER, or the sample's. */
export async function registerFileOf(given: string | undefined): Promise<string> {
  const file = given ?? readConfig().registerFile;
  if (file !== undefined) return file;
  const { ensureSampleEdition } = await import('../register/sample-edition-file.js');
  return ensureSampleEdition(systemClock);
}
