import { RULES } from '../../src/checks/check-address';
import { explainCheck } from '../../src/checks/explain-check';
import { magicPostcodeOf } from '../../src/checks/magic-postcodes';
import { REASON_CODES, reason } from '../../src/checks/reason-codes';
import { RULE_WORDS } from '../../src/checks/rule-words';
import { REASON_TEXTS } from '../../src/checks/reason-texts';
import type { EnteredAddress } from '../../src/checks/address';
import { quotedIn, tableOf, textOf } from '../support/documents';
import { sampleEdition } from '../support/sample-parts';

const page = textOf('docs/check.md');
const rules = tableOf(page, 'rules').map(
  ([rule = '', knows = '', example = '', verdict = '', reasons = '']) => ({
    rule: quotedIn(rule)[0],
    knows,
    example: quotedIn(example),
    judged: verdict.replaceAll('`', ''),
    reasons: quotedIn(reasons),
  }),
);

/** The fields as JSON, or a line, with a country or city of its own: "`Lindelaan 12` in `Zilverwaard`". */
function entered([typed = '', where = '']: readonly string[]): EnteredAddress {
  if (typed.startsWith('{')) return JSON.parse(typed) as EnteredAddress;
  return /^[A-Z]{2}$/.test(where)
    ? { addressLine: typed, country: where }
    : { addressLine: typed, city: where };
}

describe('the page of the check', () => {
  it('lists every rule, in the order in which they are asked', () => {
    const listed = rules.map(({ rule, knows }) => ({ rule, knows }));
    expect(listed).toEqual(RULES.map(({ name }) => ({ rule: name, knows: RULE_WORDS[name] })));
  });

  it.each(rules)('shows an example that $rule decides', async ({ rule, example, judged, reasons }) => {
    const { readings, judgement } = explainCheck(await sampleEdition(), entered(example));
    const deciding = readings.map(({ findings }) => findings.at(-1)?.rule);
    expect(deciding).toContain(rule);
    expect(`${judgement.verdict} ${judgement.status}`).toBe(judged);
    expect(judgement.reasons.map(({ code }) => code)).toEqual(reasons);
  });

  it('lists every reason code with what the shopper reads', () => {
    const listed = tableOf(page, 'reasons');
    expect(listed).toEqual(
      REASON_CODES.map((code) => [
        `\`${code}\``,
        reason(code).severity,
        REASON_TEXTS[code].message.en,
        `\`${magicPostcodeOf(code)}\``,
      ]),
    );
  });
});
