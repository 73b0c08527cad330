import type { ComponentChildren } from 'preact';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import { page } from './page';
import { mayKeepUp, UPKEEP_PARTS, type UpkeepPart } from './upkeep-rights';
import { UPKEEP_WORDS } from './upkeep-words';

/** Where a part of the upkeep is. */
export const UPKEEP_PATH = '/desk/upkeep';

/** A page of the upkeep, with the way to the parts of it that whoever looks may keep up. */
export function upkeepPage(
  { title, part, looking }: { title: string; part: UpkeepPart; looking: Looking },
  content: ComponentChildren,
): Reply<Buffer> {
  return page(
    title,
    looking,
    <>
      <Parts part={part} looking={looking} />
      <h1>{title}</h1>
      {content}
    </>,
  );
}

function Parts({ part, looking: { session, language } }: { part: UpkeepPart; looking: Looking }) {
  const words = UPKEEP_WORDS[language];
  const shown = UPKEEP_PARTS.filter((one) => session !== undefined && mayKeepUp(session.caller, one));
  return (
    <nav class="reasons" aria-label={words.upkeep}>
      {shown.map((one) => (
        <a href={`${UPKEEP_PATH}/${one}`} aria-current={one === part ? 'page' : undefined}>
          {words.parts[one]}
        </a>
      ))}
    </nav>
  );
}

interface SecretProps {
  /** What it is, and whose. */
  label: string;
  secret: string;
  /** What to do with it. */
  hint: string;
  back: string;
  looking: Looking;
}

/** What can be seen only now: it stands in the answer to the form that made it, and nowhere else. */
export function Secret({ label, secret, hint, back, looking: { language } }: SecretProps) {
  const words = UPKEEP_WORDS[language];
  return (
    <article>
      <p id="secret-label">{label}</p>
      <pre class="secret" aria-labelledby="secret-label" role="group">
        {secret}
      </pre>
      <p>
        <strong>{words.shownOnce}</strong> {hint}
      </p>
      <p>
        <a href={back} role="button">
          {words.done}
        </a>
      </p>
    </article>
  );
}
