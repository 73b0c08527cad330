import { FormToken } from '../desk/layout';
import type { CaseProps } from './case-props';

/** Whose the case is, who else looks at it, and to whom it goes. */
export function Hands(props: CaseProps) {
  const { view, words } = props;
  const { taken, lookers, isOpen, mayHandOver } = view.hands;
  return (
    <div class="hands">
      {taken !== null && <span>{taken.isMine ? words.isYours : `${words.isWith} ${taken.name}`}</span>}
      {isOpen && taken === null && <Take {...props} />}
      {mayHandOver && <HandOver {...props} />}
      {lookers.length > 0 && (
        <span class="lookers" role="status">
          {`👁 ${lookers.join(', ')} ${words.looksToo(lookers.length)}`}
        </span>
      )}
    </div>
  );
}

function Take({ words, looking, path }: CaseProps) {
  return (
    <form method="post" action={`${path}/take`}>
      <FormToken formToken={looking.formToken} />
      <button class="quiet" data-key="t">
        {words.take}
      </button>
    </form>
  );
}

function HandOver({ view: { hands }, words, looking, path }: CaseProps) {
  return (
    <details>
      <summary data-key="h">{words.handOver}</summary>
      <form method="post" action={`${path}/hand-over`}>
        <FormToken formToken={looking.formToken} />
        <input type="hidden" name="from" value={hands.taken?.personId ?? ''} />
        <label>
          {words.handOverTo}
          <select name="to">
            {hands.colleagues.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
            {hands.taken !== null && <option value="">{words.toNobody}</option>}
          </select>
        </label>
        <button class="secondary">{words.handOver}</button>
      </form>
    </details>
  );
}
