import type { Looking } from '../http/pages';
import type { Reply, ReplyOptions } from '../http/reply';
import { deskWords } from './desk-words';
import { isForMachines, labelOf } from './form-labels';
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
              <dt>{labelOf(name, language) ?? name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <button>{words.sendAgain}</button>
    </form>
  );
}
