import type { Looking } from '../http/pages';
import type { Reply, ReplyOptions } from '../http/reply';
import { deskWords } from './desk-words';
import { FormToken } from './layout';
import { page } from './page';

/** What somebody typed while their session ended, with one button that sends it; nothing sends it by itself. */
export function sendAgainPage(
  looking: Looking,
  options: Pick<ReplyOptions, 'status' | 'headers'> = {},
): Reply<Buffer> {
  const words = deskWords(looking.language);
  const content = (
    <article>
      <h1>{words.sendAgainTitle}</h1>
      <p>{words.sendAgainIntro}</p>
      <SendAgain {...looking} />
      <p>
        <a class="apart" href="/desk/queue">
          {words.notSend}
        </a>
      </p>
    </article>
  );
  return page(words.sendAgainTitle, looking, content, options);
}

/** The form that waits, where one does. */
export function SendAgain({ kept, formToken, language }: Looking) {
  if (kept === undefined) return null;
  const words = deskWords(language);
  const read = kept.fields.filter(([name]) => !isForMachines(name));
  return (
    <form method="post" action={kept.path}>
      <FormToken formToken={formToken} />
      {kept.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {read.length > 0 && (
        <dl class="kept" aria-label={words.whatYouSent}>
          {read.map(([name, value]) => (
            <div>
              <dt>{LABELS[name]?.[language] ?? name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <button>{words.sendAgain}</button>
    </form>
  );
}

/** Keys, versions and ids, which say nothing to whoever reads them. */
function isForMachines(name: string): boolean {
  return /(?:^|\.)(?:key|page)$|(?:Id|Version)$/.test(name);
}

const LABELS: Readonly<Record<string, Record<Looking['language'], string>>> = {
  text: { nl: 'Tekst', en: 'Text' },
  reason: { nl: 'Reden', en: 'Reason' },
  'address.street': { nl: 'Straat', en: 'Street' },
  'address.houseNumber': { nl: 'Huisnummer', en: 'House number' },
  'address.houseNumberAddition': { nl: 'Toevoeging', en: 'Addition' },
  'address.postcode': { nl: 'Postcode', en: 'Postcode' },
  'address.city': { nl: 'Plaats', en: 'City' },
};
