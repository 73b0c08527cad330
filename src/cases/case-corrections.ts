import { reworded } from '../checks/answer';
import type { Correction, CorrectionSource } from '../corrections/correction';
import { correctionStateWords } from '../corrections/refusals';
import type { CorrectionState } from '../corrections/states';
import { addressText, partsOf, typedParts } from './address-text';
import { byText, type Happenings } from './case-timeline';
import { dayText, type ShownTime, shownTime } from './case-times';
import * as words from './case-words';
import { type Language, say } from './case-words';

/** A correction that is to be decided, or in effect. */
export interface CaseCorrection {
  id: string;
  version: number;
  state: CorrectionState;
  stateText: string;
  source: CorrectionSource;
  sourceText: string;
  /** The address that was approved, or else the one that was typed. */
  addressText: string;
  proposedBy: string;
  proposedAt: ShownTime;
  decidedBy: string | null;
  /** Since when it is in its state. */
  changedAt: ShownTime;
  /** Why it was approved, or turned down, in the words of whoever did. */
  reason: string | null;
  /** Why it waits for an agent; empty where it does not. */
  blocks: string[];
  /** Whether approving it as it was typed takes a reason. */
  needsReason: boolean;
  /** How it is carried out; null where that is not decided. */
  planText: string | null;
}

interface Reader {
  nowMs: number;
  language: Language;
}

/** A correction in words. */
export function caseCorrection(
  correction: Correction,
  happenings: Pick<Happenings, 'names' | 'shopId'>,
  { nowMs, language }: Reader,
): CaseCorrection {
  const { id, version, state, source, entry, address, check, reason, decidedBy, proposedBy } = correction;
  return {
    ...{ id, version, state, source, reason },
    stateText: correctionStateWords(state)[language],
    sourceText: say(words.SOURCES[source], language),
    addressText: addressText(address === null ? typedParts(entry) : partsOf(address)),
    proposedBy: byText(proposedBy, happenings, language),
    proposedAt: shownTime(correction.createdAtMs, nowMs, language),
    decidedBy: decidedBy === null ? null : byText(decidedBy, happenings, language),
    changedAt: shownTime(correction.updatedAtMs, nowMs, language),
    blocks: blocksOf(correction, language),
    needsReason: check === null || check.verdict === 'fix',
    planText: planText(correction, { nowMs, language }),
  };
}

function blocksOf({ state, check, source, reason }: Correction, language: Language): string[] {
  if (state !== 'proposed' && state !== 'blocked') return [];
  if (check === null)
    return [
      say(
        ['Nog niet gecontroleerd: het register was er niet.', 'Not checked: the register was away.'],
        language,
      ),
    ];
  const grave = state === 'blocked' ? ['error'] : ['error', 'warning'];
  const said = reworded(check, language).reasons.filter(({ severity }) => grave.includes(severity));
  const blocks = said.map(({ message }) => message);
  if (source === 'email')
    blocks.push(say(['Een e-mail kan van iedereen komen.', 'Anyone can have sent an e-mail.'], language));
  if (reason !== null)
    blocks.push(`${say(['De bezorger weigerde', 'The driver refused'], language)}: ${reason}`);
  return blocks;
}

function planText({ plan }: Correction, { nowMs, language }: Reader): string | null {
  if (plan === null) return null;
  const day = plan.day === null ? null : dayText(plan.day, nowMs, language);
  return [say(words.OPTIONS[plan.option], language), day].filter((part) => part !== null).join(', ');
}
