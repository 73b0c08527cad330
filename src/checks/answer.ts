import type { Register } from '../register/edition/register';
import type { Field } from './address';
import type { Candidate, Diagnosis, Judgement } from './judgement';
import { type Reason, reason } from './reason-codes';
import { REASON_TEXTS } from './reason-texts';

export type AnswerLanguage = 'nl' | 'en';

/** A judgement in words, as the API gives it. */
export interface AddressCheckAnswer {
  id: string;
  verdict: Judgement['verdict'];
  status: Judgement['status'];
  address: Judgement['address'];
  reasons: { code: Reason['code']; severity: Reason['severity']; fields: string[]; message: string }[];
  diagnosis: Diagnosis;
  candidates: readonly Candidate[];
  moreCandidates?: number;
  unusedText?: readonly string[];
  reference: { register: string; edition: string };
  previousCheckId: string | null;
}

export interface AnswerContext {
  id: string;
  language: AnswerLanguage;
  register: Register;
  isRegisterStale: boolean;
  unusedText: readonly string[];
  previousCheckId: string | null;
}

/** Puts a judgement into words; what is empty and optional is left out. */
export function toAnswer(judgement: Judgement, context: AnswerContext): AddressCheckAnswer {
  const { language, register } = context;
  const reasons = context.isRegisterStale
    ? [...judgement.reasons, reason('REGISTER_STALE')]
    : judgement.reasons;
  const answer: AddressCheckAnswer = {
    id: context.id,
    verdict: judgement.verdict,
    status: judgement.status,
    address: judgement.address,
    reasons: reasons.map(({ code, severity, fields }) => ({
      code,
      severity,
      fields: fields.map((field) => POINTERS[field]),
      message: REASON_TEXTS[code].message[language],
    })),
    diagnosis: judgement.diagnosis,
    candidates: judgement.candidates,
    reference: { register: 'BAG', edition: register.info.edition },
    previousCheckId: context.previousCheckId,
  };
  if (judgement.moreCandidates > 0) answer.moreCandidates = judgement.moreCandidates;
  if (context.unusedText.length > 0) answer.unusedText = context.unusedText;
  return answer;
}

/** An answer that was kept, in another language. */
export function reworded(answer: AddressCheckAnswer, language: AnswerLanguage): AddressCheckAnswer {
  const reasons = answer.reasons.map((one) => ({
    ...one,
    message: REASON_TEXTS[one.code].message[language],
  }));
  return { ...answer, reasons };
}

const POINTERS: Record<Field, string> = {
  street: '/address/street',
  houseNumber: '/address/houseNumber',
  houseNumberAddition: '/address/houseNumberAddition',
  postcode: '/address/postcode',
  city: '/address/city',
  country: '/address/country',
};
