import type { Said } from './refusals';
import { straightLine, type TravelMs } from './travel';

/** Travel times, what they were worked out by, and what people must be told of that. */
export interface TravelTimes {
  travelMs: TravelMs;
  basis: 'road' | 'straight_line';
  /** Why the road was not asked, or not everywhere; null where there is nothing to say. */
  note: Said<TravelNote> | null;
}

const NOTES = {
  road_unanswered: [
    'De routeplanner antwoordt niet. De tijden zijn geschat op de rechte lijn.',
    'The road planner does not answer. Times are estimated by straight lines.',
  ],
  road_wrong: [
    'De routeplanner geeft geen bruikbaar antwoord. De tijden zijn geschat op de rechte lijn.',
    'The road planner gives no usable answer. Times are estimated by straight lines.',
  ],
  road_partly: [
    'De routeplanner vindt niet overal een weg. Waar die ontbreekt is de tijd geschat op de rechte lijn.',
    'The road planner does not find a road everywhere. Where there is none, times are estimated by straight lines.',
  ],
} as const;

export type TravelNote = keyof typeof NOTES;

export function travelNote(code: TravelNote): Said<TravelNote> {
  const [nl, en] = NOTES[code];
  return { code, nl, en };
}

/** What there is without a road planner. */
export const STRAIGHT_LINES: TravelTimes = { travelMs: straightLine, basis: 'straight_line', note: null };
