import type { Correction } from '../corrections/correction';
import type { CorrectionPlan } from '../corrections/plan';
import { IN_EFFECT, OPEN } from '../corrections/states';
import { amsterdamDay, windowText } from '../routes/planning/windows';
import type { Window } from '../routes/route';
import type { Shipment } from '../shipments/shipment';
import { addressText, partsOf } from './address-text';
import { dayText } from './case-times';
import { type Language, type Said, say } from './case-words';
import { doubtText, type InQuestion, questionText } from './customer-question';
import { type CustomerSituation, GREETINGS, SENTENCES, SUBJECTS } from './customer-words';

/** What a text for the customer is made of, of a correction. */
type ToldCorrection = Pick<Correction, 'state' | 'plan'>;

/** All that a text for the customer is made of; nothing of anybody else is among it. */
export interface CustomerFacts extends InQuestion {
  shipment: Pick<Shipment, 'recipient' | 'reference' | 'state' | 'address'>;
  /** The one that is to be decided, or else the one in effect, or else the latest; null where there is none. */
  correction: ToldCorrection | null;
  /** The parcel was to come today, and no option brings it there today. */
  isTooLateToday: boolean;
  /** When the driver is estimated to be at the stop, as things are now; null where nobody knows. */
  estimatedAtMs: number | null;
  /** Who writes; null where that has no name. */
  agentName: string | null;
}

/** A text for the customer, to copy or to send. */
export interface CustomerText {
  situation: CustomerSituation;
  language: Language;
  subject: string;
  text: string;
}

/**
 * The honest text for the customer, in the customer's language: what is known and what happens next. It promises a window only
 * where the driver has acknowledged the correction, and a day only where it is settled; it asks nothing that is known.
 */
export function customerText(facts: CustomerFacts, nowMs: number): CustomerText {
  const { recipient } = facts.shipment;
  const { language } = recipient;
  const situation = situationOf(facts, nowMs);
  const fills = fillsOf(facts, nowMs);
  const isAsked = situation === 'in_question' || situation === 'not_today';
  const body = SENTENCES[situation].map((said) => filled(said, fills, language)).filter((one) => one !== '');
  const greeting = filled(GREETINGS.begin, { name: recipient.name }, language);
  const signed = [say(GREETINGS.end, language), facts.agentName].filter((line) => line !== null).join('\n');
  return {
    situation,
    language,
    subject: say(isAsked ? SUBJECTS.open : SUBJECTS.closed, language),
    text: [greeting, body.join(' '), signed].join('\n\n'),
  };
}

/** What the customer is to be told. */
export function situationOf(facts: CustomerFacts, nowMs: number): CustomerSituation {
  const { shipment, correction, isTooLateToday } = facts;
  const over = OVER[shipment.state];
  if (over !== undefined) return isTooSoon(facts) ? 'delivered_too_soon' : over;
  if (isOpen(correction)) return isTooLateToday ? 'not_today' : 'in_question';
  if (shipment.state === 'delivery_failed') return 'tried';
  return inEffect(facts, nowMs) ?? standing(shipment);
}

/** Handed over where it went before, since the driver had not heard of the correction. */
function isTooSoon({ shipment, correction }: CustomerFacts): boolean {
  return shipment.state === 'delivered' && correction?.state === 'expired';
}

function isOpen(correction: ToldCorrection | null): boolean {
  return correction !== null && OPEN.includes(correction.state);
}

const OVER: Readonly<Partial<Record<Shipment['state'], CustomerSituation>>> = {
  delivered: 'delivered',
  cancelled: 'cancelled',
  returning: 'returned',
  returned: 'returned',
  lost: 'missing',
  damaged: 'missing',
};

/** null where it is in effect no longer, or never was. */
function inEffect({ correction, estimatedAtMs }: CustomerFacts, nowMs: number): CustomerSituation | null {
  if (correction === null || !IN_EFFECT.includes(correction.state)) return null;
  const { state, plan } = correction;
  const isToday = isForToday(plan);
  if (state === 'pushed' || state === 'approved') return isToday ? 'redirect_unseen' : 'take_back_unseen';
  if (!isToday) return later(plan, nowMs);
  return state === 'acknowledged' && plan !== null ? seen(plan, estimatedAtMs, nowMs) : 'corrected';
}

function isForToday(plan: CorrectionPlan | null): boolean {
  return plan === null || plan.option === 'same_route' || plan.option === 'other_route_today';
}

function later(plan: CorrectionPlan | null, nowMs: number): CustomerSituation {
  if (plan?.option === 'hold_at_depot') return 'kept';
  if (plan?.option === 'return_to_sender') return 'returned';
  const day = plan?.day ?? null;
  return day === null || day > amsterdamDay(nowMs) ? 'another_day' : 'corrected';
}

/** The driver has seen it: what was promised then is a promise, until it is broken. Another driver has promised nothing. */
function seen(
  { option, window }: CorrectionPlan,
  estimatedAtMs: number | null,
  nowMs: number,
): CustomerSituation {
  if (option !== 'same_route') return 'corrected';
  if (window?.state !== 'promised') return window?.state === 'missed' ? 'late' : 'today';
  if (nowMs > window.untilMs) return 'late';
  return (estimatedAtMs ?? nowMs) > window.untilMs ? 'at_risk' : 'window';
}

function standing({ state, address }: CustomerFacts['shipment']): CustomerSituation {
  return state === 'held' || address === null ? 'in_question' : 'on_its_way';
}

type Fills = Readonly<Record<string, string | null>>;

function fillsOf(facts: CustomerFacts, nowMs: number): Fills {
  const { reference, address, recipient } = facts.shipment;
  const { language } = recipient;
  return {
    order: reference,
    address: address === null ? null : addressText(partsOf(address)),
    ...promiseOf(facts.correction, nowMs, language),
    doubt: doubtText(facts, language),
    question: questionText(facts, language),
  };
}

function promiseOf(correction: ToldCorrection | null, nowMs: number, language: Language): Fills {
  const window = promisedWindow(correction);
  if (window !== null)
    return {
      window: windowText(window, language),
      day: dayText(amsterdamDay(window.fromMs), nowMs, language),
    };
  const day = correction?.plan?.day ?? null;
  return { onDay: day === null ? null : onDayText(day, nowMs, language) };
}

/** Only of what its driver has acknowledged there is a window to tell of. */
function promisedWindow(correction: ToldCorrection | null): Window | null {
  return correction?.state === 'acknowledged' ? (correction.plan?.window ?? null) : null;
}

function onDayText(day: string, nowMs: number, language: Language): string {
  const text = dayText(day, nowMs, language);
  return day === amsterdamDay(nowMs) ? text : `${say(['op', 'on'], language)} ${text}`;
}

/** '' where something that it says is not there. */
function filled(said: Said, fills: Fills, language: Language): string {
  const sentence = say(said, language);
  const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => (fills[name] ?? null) === null)) return '';
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => fills[name] ?? '');
}
