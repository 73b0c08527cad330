import type { Register } from '../register/edition/register';
import type { EnteredAddress, EnteredKnownAddress } from './address';
import type { AddressCheckAnswer, AnswerLanguage } from './answer';
import { toAnswer } from './answer';
import { judgeEntry } from './check-address';
import type { PreviousCheck } from './correction';
import { judgeCorrection } from './correction';
import { readEntry } from './entry';
import type { Judgement } from './judgement';
import { KnownAddress } from './known-address';
import { judgeMagicPostcode } from './magic-postcodes';

export interface CheckerDependencies {
  register: () => Register;
  nowMs: () => number;
  newCheckId: (nowMs: number) => string;
  registerMaxAgeDays: number;
}

/** One entry to be checked, with what is known beside it. */
export interface CheckInput {
  address: EnteredAddress;
  knownAddresses?: readonly EnteredKnownAddress[] | null | undefined;
  previous?: PreviousCheck | undefined;
  language: AnswerLanguage;
  /** Asked with a test key: magic postcodes are answered as such. */
  isTest: boolean;
}

export interface Checked {
  judgement: Judgement;
  answer: AddressCheckAnswer;
}

export type AddressChecker = (input: CheckInput) => Checked;

const DAY_MS = 86_400_000;
const NO_KNOWN_ADDRESSES: readonly EnteredKnownAddress[] = [];

/** The check as every door offers it: API, batch and command line. */
export function createAddressChecker(dependencies: CheckerDependencies): AddressChecker {
  const isRegisterStale = createStaleness(dependencies);
  return (input) => {
    const nowMs = dependencies.nowMs();
    const register = dependencies.register();
    const entry = readEntry(input.address);
    const known = (input.knownAddresses ?? NO_KNOWN_ADDRESSES).map((known) => new KnownAddress(known));
    const judged = (input.isTest ? judgeMagicPostcode(entry) : null) ?? judgeEntry(register, entry, known);
    const judgement =
      input.previous === undefined ? judged : judgeCorrection(judged, input.address, input.previous);
    const answer = toAnswer(judgement, {
      id: dependencies.newCheckId(nowMs),
      language: input.language,
      register,
      isRegisterStale: isRegisterStale(register, nowMs),
      unusedText: entry.unusedText,
      previousCheckId: input.previous?.id ?? null,
    });
    return { judgement, answer };
  };
}

/** The sample is fictional and does not age. An edition's date is read once. */
function createStaleness({ registerMaxAgeDays }: CheckerDependencies) {
  let edition = { date: '', freshUntilMs: 0 };
  return ({ info }: Register, nowMs: number): boolean => {
    if (info.sample) return false;
    if (edition.date !== info.date)
      edition = { date: info.date, freshUntilMs: Date.parse(info.date) + registerMaxAgeDays * DAY_MS };
    return nowMs > edition.freshUntilMs;
  };
}
