import type { StopFailure } from '../failure-reasons';

export const REFUSAL_REASONS = ['passed', 'no_time', 'not_on_board', 'other'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Everything that the page says. */
export interface Texts {
  live: string;
  connecting: string;
  notLive: (since: string | null) => string;
  unsent: (count: number) => string;
  noAccess: { title: string; text: string };
  refused: { title: string; text: string; kept: (count: number) => string };
  loading: string;
  stopOf: (number: number, total: number) => string;
  stop: (number: number) => string;
  window: Record<'estimated' | 'promised' | 'met' | 'missed', string>;
  around: (time: string) => string;
  was: string;
  changed: string;
  redirect: string;
  takeBack: string;
  takeBackText: string;
  question: string;
  oneOf: (count: number) => string;
  seen: string;
  cannot: string;
  yes: string;
  no: string;
  whyFailed: string;
  whyCannot: string;
  back: string;
  navigate: string;
  callDesk: string;
  arrive: string;
  deliver: string;
  fail: string;
  skip: string;
  goThere: string;
  begin: string;
  end: string;
  ended: { title: string; text: string };
  allDone: { title: string; text: string };
  ahead: string;
  done: (count: number) => string;
  actions: string;
  undo: string;
  state: Record<'completed' | 'failed' | 'skipped' | 'arrived' | 'next', string>;
  failures: Record<StopFailure, string>;
  refusals: Record<RefusalReason, string>;
  menu: string;
  close: string;
  language: string;
  theme: { dark: string; light: string };
  position: { on: string; off: string };
  routeChanged: string;
}
