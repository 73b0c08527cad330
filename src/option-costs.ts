/** What can still be done with a parcel whose address was wrong, in the order in which it is offered: quickest first. */
export const OPTION_KINDS = [
  'same_route',
  'other_route_today',
  'transfer',
  'next_day',
  'hold_at_depot',
  'return_to_sender',
] as const;
export type OptionKind = (typeof OPTION_KINDS)[number];

export const PAYERS = ['nobody', 'carrier', 'shop', 'customer'] as const;
/** Who bears what an option costs. */
export type Payer = (typeof PAYERS)[number];

/** What an option costs whom; by default nothing, nobody. */
export interface OptionCost {
  cents: number;
  payer: Payer;
}
export type OptionCosts = Readonly<Partial<Record<OptionKind, OptionCost>>>;

const MOST_CENTS = 100_000;

/** Reads `next_day=carrier:250,return_to_sender=shop:695`, amounts in cents; names everything that is wrong with it. */
export function parseOptionCosts(text: string): { costs: OptionCosts; mistakes: readonly string[] } {
  const costs: Partial<Record<OptionKind, OptionCost>> = {};
  const mistakes: string[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, kind = '', payer = '', cents = ''] = /^([^=:]*)=([^=:]*):([^=:]*)$/.exec(part) ?? [];
    const wrong = mistakesIn({ part, kind, payer, cents, isTwice: Object.hasOwn(costs, kind) });
    if (wrong.length === 0) costs[kind as OptionKind] = { cents: Number(cents), payer: payer as Payer };
    mistakes.push(...wrong);
  }
  return { costs, mistakes };
}

interface Written {
  part: string;
  kind: string;
  payer: string;
  cents: string;
  isTwice: boolean;
}

function mistakesIn({ part, kind, payer, cents, isTwice }: Written): string[] {
  if (kind === '') return [`"${part}" is not of the form option=payer:cents`];
  const mistakes: string[] = [];
  if (!isOneOf(OPTION_KINDS, kind)) mistakes.push(`"${kind}" is not one of ${OPTION_KINDS.join(', ')}`);
  if (!isOneOf(PAYERS, payer)) mistakes.push(`"${payer}" of ${kind} is not one of ${PAYERS.join(', ')}`);
  const isAmount = /^\d{1,6}$/.test(cents) && Number(cents) <= MOST_CENTS;
  if (!isAmount) mistakes.push(`"${cents}" of ${kind} is not a whole number of cents up to ${MOST_CENTS}`);
  if (isTwice) mistakes.push(`${kind} is given twice`);
  return mistakes;
}

function isOneOf(values: readonly string[], value: string): boolean {
  return values.includes(value);
}
