import type { AnswerLanguage } from '../checks/answer';
import type { Option } from '../routes/planning/option';
import type { Window } from '../routes/route';

const MS_PER_MINUTE = 60_000;

/** Options as the API shows them, times in UTC, refusals in the reader's language. */
export function shownOptions(options: readonly Option[], language: AnswerLanguage) {
  return options.map((option) => shownOption(option, language));
}

function shownOption(option: Option, language: AnswerLanguage) {
  const { kind, allowed, refusal, stopsAway, routeId, routeVersion, insertion, cost, day, depot } = option;
  return {
    ...{ kind, allowed, stopsAway, routeId, routeVersion, cost, day, depot },
    refusal: refusal === null ? null : { code: refusal.code, message: refusal[language] },
    closesAt: instant(option.closesAtMs),
    place:
      insertion === null
        ? null
        : {
            afterStopId: insertion.afterStopId,
            joinsStopId: insertion.joinsStopId,
            stopsBefore: insertion.stopsBefore,
          },
    addedMinutes: option.addedMs === null ? null : minutes(option.addedMs),
    estimatedAt: instant(option.arriveMs),
    window: shownWindow(option.window),
    moves: option.moves.map(({ stopId, movesMs, window, breaks }) => ({
      ...{ stopId, breaks },
      movesMinutes: minutes(movesMs),
      window: shownWindow(window),
    })),
  };
}

/** A window as the API shows it. */
export function shownWindow(window: Window | null) {
  if (window === null) return null;
  return { from: iso(window.fromMs), until: iso(window.untilMs), state: window.state };
}

function instant(atMs: number | null): string | null {
  return atMs === null ? null : iso(atMs);
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}

function minutes(ms: number): number {
  return Math.round((ms / MS_PER_MINUTE) * 10) / 10;
}
