import { FormToken } from '../desk/layout';
import { countText, secondText } from '../desk/moments';
import { upkeepPage } from '../desk/upkeep-page';
import type { Looking } from '../http/pages';
import type { Reply } from '../http/reply';
import { AUDIT_PATH } from './audit-pages';
import { AUDIT_WORDS } from './audit-words';
import type { VerifiedPortion } from './verify-portion';

interface VerifiedProps {
  portion: VerifiedPortion;
  looking: Looking;
}

/** How much of the audit log holds, and how to go on where there is more. */
export function verifiedPage(portion: VerifiedPortion, looking: Looking): Reply<Buffer> {
  const words = AUDIT_WORDS[looking.language];
  const content = (
    <>
      <Outcome portion={portion} looking={looking} />
      <p>
        <a href={AUDIT_PATH}>{words.back}</a>
      </p>
    </>
  );
  return upkeepPage({ title: words.verifyTitle, part: 'audit', looking }, content);
}

function Outcome(props: VerifiedProps) {
  const { portion, looking } = props;
  if (portion.brokenAt !== null) return <Broken {...props} />;
  if (!portion.isAll) return <SoFar {...props} />;
  const words = AUDIT_WORDS[looking.language];
  if (portion.head.seq === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <p role="status">
        <strong>{words.intact(countText(portion.head.seq, looking.language))}</strong>
      </p>
      <p>{words.intactHint}</p>
      <p>
        {words.head}: <code class="hash">{portion.head.hash}</code>
      </p>
    </>
  );
}

function Broken({ portion, looking: { language } }: VerifiedProps) {
  const words = AUDIT_WORDS[language];
  return (
    <p class="warning" role="alert">
      <strong>{words.broken(countText(portion.brokenAt ?? 0, language))}</strong> {words.brokenHint}
    </p>
  );
}

function SoFar({ portion: { head, toMs }, looking }: VerifiedProps) {
  const { language } = looking;
  const words = AUDIT_WORDS[language];
  return (
    <form method="post" action={`${AUDIT_PATH}/verify`}>
      <FormToken formToken={looking.formToken} />
      <input type="hidden" name="afterSeq" value={String(head.seq)} />
      <input type="hidden" name="afterHash" value={head.hash} />
      <p role="status">{words.soFar(countText(head.seq, language), secondText(toMs ?? 0, language))}</p>
      <button class="fit">{words.goOn}</button>
    </form>
  );
}
