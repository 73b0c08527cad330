import type { ReadOptions } from '../corrections/read-options';
import type { OptionCost, OptionKind } from '../option-costs';
import type { WindowMove } from '../routes/planning/insertion';
import type { Option } from '../routes/planning/option';
import { windowText } from '../routes/planning/windows';
import type { Route, StopAddress } from '../routes/route';
import { addressText, partsOf } from './address-text';
import { dayText, minutesText, type ShownTime, shownTime } from './case-times';
import * as words from './case-words';
import { type Language, say } from './case-words';

/** What can still be done with a parcel, for one address. */
export interface CaseOptions {
  /** The address that they are for, as an approval sends it, and in words. */
  address: StopAddress;
  addressText: string;
  /** Which candidate that is; null for the entry as it was typed. */
  candidate: number | null;
  /** Why times are rougher than usual; null where there is nothing to say. */
  note: string | null;
  options: CaseOption[];
}

export interface CaseOption {
  kind: OptionKind;
  title: string;
  allowed: boolean;
  /** Why not, and what to do instead. */
  refusal: string | null;
  /** Until when it can be chosen, for a clock that counts down. */
  closesAt: ShownTime | null;
  stopsAwayText: string | null;
  addedText: string | null;
  /** What can be promised once the driver has seen it. */
  windowText: string | null;
  dayText: string | null;
  depot: string | null;
  /** All others in one line, and each of them whose window is moved. */
  delayedText: string | null;
  delayed: { text: string; breaks: boolean }[];
  costText: string;
  /** What an approval by this option sends. */
  chosen: Pick<Option, 'kind' | 'routeId' | 'routeVersion' | 'depot'>;
}

interface Reader {
  nowMs: number;
  language: Language;
}

/** Options as an agent chooses from them: minutes, others' delays, closing times, windows and costs in words. */
export function caseOptions(
  { options, times, routes }: ReadOptions,
  { address, candidate }: { address: StopAddress; candidate: number | null },
  reader: Reader,
): CaseOptions {
  return {
    address,
    addressText: addressText(partsOf(address)),
    candidate,
    note: times.note?.[reader.language] ?? null,
    options: options.map((option) => caseOption(option, routes, reader)),
  };
}

function caseOption(option: Option, routes: readonly Route[], reader: Reader): CaseOption {
  const { kind, allowed, refusal, closesAtMs, window, day, depot, cost, routeId, routeVersion } = option;
  const { nowMs, language } = reader;
  const others = allowed ? option.moves.filter(({ movesMs }) => minutesOf(movesMs) !== 0) : [];
  const route = routes.find(({ id }) => id === routeId);
  return {
    ...{ kind, allowed, depot, title: say(words.OPTIONS[kind], language) },
    refusal: refusal === null ? null : refusal[language],
    closesAt: closesAtMs === null ? null : shownTime(closesAtMs, nowMs, language),
    stopsAwayText: stopsAwayText(option.stopsAway, language),
    addedText: addedText(option.addedMs, language),
    windowText: window === null ? null : windowText(window, language),
    dayText: day === null ? null : dayText(day, nowMs, language),
    delayedText: option.insertion !== null ? delayedText(others, language) : null,
    delayed: others.map((move) => ({ text: moveText(move, route, language), breaks: move.breaks })),
    costText: costText(cost, language),
    chosen: { kind, routeId, routeVersion, depot: kind === 'transfer' ? depot : null },
  };
}

function minutesOf(ms: number): number {
  return Math.round(ms / 60_000);
}

function stopsAwayText(stopsAway: number | null, language: Language): string | null {
  if (stopsAway === null) return null;
  const isOne = stopsAway === 1;
  return say(
    [`nog ${stopsAway} ${isOne ? 'stop' : 'stops'} ervoor`, `${stopsAway} ${isOne ? 'stop' : 'stops'} away`],
    language,
  );
}

function addedText(addedMs: number | null, language: Language): string | null {
  if (addedMs === null) return null;
  const minutes = minutesText(addedMs);
  if (minutesOf(addedMs) === 0) return say(['de rit duurt even lang', 'the route takes as long'], language);
  return addedMs > 0
    ? say([`de rit duurt ${minutes} langer`, `the route takes ${minutes} longer`], language)
    : say([`de rit duurt ${minutes} korter`, `the route takes ${minutes} less`], language);
}

function delayedText(moves: readonly WindowMove[], language: Language): string {
  const later = moves.filter(({ movesMs }) => movesMs > 0);
  if (later.length === 0) return say(['niemand anders later', 'nobody else later'], language);
  const most = minutesText(Math.max(...later.map(({ movesMs }) => movesMs)));
  const isOne = later.length === 1;
  const said = say(
    [
      `${later.length} ${isOne ? 'ander' : 'anderen'} later, hoogstens ${most}`,
      `${later.length} ${isOne ? 'other' : 'others'} later, by ${most} at most`,
    ],
    language,
  );
  const broken = moves.filter(({ breaks }) => breaks).length;
  if (broken === 0) return said;
  return `${said}; ${say([`beloften verbroken: ${broken}`, `promises broken: ${broken}`], language)}`;
}

function moveText(
  { stopId, movesMs, window }: WindowMove,
  route: Route | undefined,
  language: Language,
): string {
  const index = route?.stops.findIndex(({ id }) => id === stopId) ?? -1;
  const stop = route?.stops[index];
  const who =
    stop === undefined ? 'stop' : `stop ${index + 1}, ${stop.address.street} ${stop.address.houseNumber}`;
  const by = `${minutesText(movesMs)} ${movesMs > 0 ? say(['later', 'later'], language) : say(['eerder', 'earlier'], language)}`;
  return `${who}: ${by} (${windowText(window, language)})`;
}

function costText({ cents, payer }: OptionCost, language: Language): string {
  if (cents === 0) return say(['kost niets', 'costs nothing'], language);
  const amount = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
  });
  const euros = amount.format(cents / 100).replaceAll(/\s/g, ' ');
  const who = say(words.PAYERS[payer], language);
  return say([`kost ${who} ${euros}`, `costs ${who} ${euros}`], language);
}
