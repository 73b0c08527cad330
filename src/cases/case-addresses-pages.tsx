import type { CaseCandidate } from './case-candidates';
import type { CaseEntry } from './case-entry';
import type { CaseProps } from './case-props';

/** What was typed, each part with what is known of it: in words and by a sign, not by colour alone. */
export function Entry({ view: { entry, ordered }, words }: CaseProps) {
  return (
    <section class="entry">
      <h2>{words.entry}</h2>
      <div class="mixes">
        <div class="typed">
          <Parts entry={entry} />
        </div>
        {ordered !== null && (
          <div class="ordered">
            <h3>{words.ordered}</h3>
            <Parts entry={ordered} />
          </div>
        )}
      </div>
      {entry.diagnosis !== null && <p class="diagnosis">{entry.diagnosis}</p>}
      <ul>
        {entry.reasons.map(({ severity, text }) => (
          <li class={severity}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

const SIGNS = { stale: '✗', fits: '✓', unknown: '?' } as const;

function Parts({ entry: { parts } }: { entry: CaseEntry }) {
  return (
    <dl class="parts">
      {parts
        .filter(({ text }) => text !== null)
        .map(({ label, text, mark, markText }) => (
          <div class={mark}>
            <dt>{label}</dt>
            <dd>
              {text} <small>{`${SIGNS[mark]} ${markText}`}</small>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The addresses that may be meant, each whole, beside what was typed. */
export function Candidates(props: CaseProps) {
  const { view, words } = props;
  if (view.candidates.length === 0) return null;
  return (
    <section class="candidates">
      <h2>{words.candidates}</h2>
      <ol>
        {view.candidates.map((candidate) => (
          <Candidate candidate={candidate} {...props} />
        ))}
      </ol>
    </section>
  );
}

function Candidate({ candidate, words, path }: CaseProps & { candidate: CaseCandidate }) {
  const { index, parts, restsOn, knownAs, isChosen } = candidate;
  return (
    <li class={isChosen ? 'chosen' : ''}>
      <p>
        {parts
          .filter(({ text }) => text !== null)
          .map(({ text, changed }) =>
            changed ? (
              <>
                <mark title={words.changed}>{text}</mark>{' '}
              </>
            ) : (
              `${text ?? ''} `
            ),
          )}
      </p>
      <small>
        {restsOn}
        {knownAs !== null && ` ${knownAs}`}
      </small>
      {isChosen ? (
        <b>✓ {words.shown}</b>
      ) : (
        <a href={`${path}?candidate=${index}`} data-key={String(index + 1)}>
          {words.show}
        </a>
      )}
    </li>
  );
}

export function KnownAddresses({ view: { knownAddresses }, words }: CaseProps) {
  if (knownAddresses.length === 0) return null;
  return (
    <section>
      <h2>{words.known}</h2>
      <ul>
        {knownAddresses.map(({ text, roleText, occasionsText, lastAt }) => (
          <li>
            {text}{' '}
            <small>
              {roleText}, {occasionsText}, {lastAt.text}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
