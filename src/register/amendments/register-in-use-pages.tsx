import { countText, dateText, momentText } from '../../desk/moments';
import type { Language } from '../../http/language';
import type { RegisterState } from '../register-state';
import { AMENDMENTS_WORDS } from './amendments-words';

interface InUseProps {
  register: RegisterState;
  language: Language;
}

/** Which edition is in use, how old it is, and whether somebody should see to that. */
export function RegisterInUse({ register, language }: InUseProps) {
  const words = AMENDMENTS_WORDS[language];
  const { info, inUseSinceMs } = register;
  return (
    <>
      <Warning register={register} language={language} />
      <dl class="parts">
        <Fact name={words.edition} value={info.edition} />
        <Fact name={words.source} value={info.source} />
        <Fact
          name={words.date}
          value={`${dateText(Date.parse(info.date), language)} (${ageText({ register, language })})`}
        />
        <Fact name={words.addresses} value={countText(info.counts.addresses, language)} />
        <Fact name={words.inUse} value={`${momentText(inUseSinceMs, language)} (${words.inUseHint})`} />
        <Fact name={words.next} value={words.nextHint} />
      </dl>
    </>
  );
}

function ageText({ register: { ageDays, maxAgeDays }, language }: InUseProps): string {
  const words = AMENDMENTS_WORDS[language];
  return words.age(countText(ageDays, language), countText(maxAgeDays, language));
}

function Warning({ register: { isStale, info }, language }: InUseProps) {
  const words = AMENDMENTS_WORDS[language];
  if (isStale)
    return (
      <p class="warning" role="alert">
        <strong>{words.stale}.</strong> {words.staleHint}
      </p>
    );
  return (
    <p>
      <strong>{info.sample ? words.sample : words.fresh}.</strong> {info.sample && words.sampleHint}
    </p>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
