import type { Language } from '../http/language';
import type { PageGround } from '../http/pages';
import { problemBody } from '../http/problem';
import { deskWords } from './desk-words';
import { labelOf } from './form-labels';
import { fieldId, Mend, nameAt } from './mend-pages';
import { page } from './page';
import { SendAgain } from './send-again-pages';

/** What went wrong, with every mistake by its field, what was typed to mend it there, and the way back. */
export const showProblem: PageGround['showProblem'] = (problem, looking) => {
  const { language, requestId, pageAbove = '/desk' } = looking;
  const words = deskWords(language);
  const { title, detail, status, errors = [] } = problemBody(problem, language, requestId);
  const isShown = looking.sent !== undefined && isToMend(status);
  const content = (
    <>
      <div role="alert">
        <h1>{title}</h1>
        <p>{errors.length > 0 ? words.wrongFields : detail}</p>
        {errors.length > 0 && (
          <ul>
            {errors.map(({ pointer, code, message }) => (
              <li>
                <FieldName {...{ pointer, language }} isShown={isShown && code !== 'unknown_field'} />{' '}
                {message}
              </li>
            ))}
          </ul>
        )}
      </div>
      {isShown && <Mend {...looking} errors={errors} />}
      <SendAgain {...looking} />
      <p>
        <a class="apart" href={pageAbove}>
          {pageAbove.startsWith('/desk/') ? words.backToPage : words.back}
        </a>{' '}
        · <small>{requestId}</small>
      </p>
    </>
  );
  return page(words.wrong, looking, content, { status, headers: problem.details.headers ?? {} });
};

/** What one may not do, or is not there, is no more so when it is sent again. */
function isToMend(status: number): boolean {
  return status !== 403 && status !== 404;
}

interface FieldNameProps {
  pointer: string;
  language: Language;
  /** Whether the field itself stands below. */
  isShown: boolean;
}

function FieldName({ pointer, language, isShown }: FieldNameProps) {
  if (pointer === '') return null;
  const name = nameAt(pointer);
  const label = labelOf(name, language);
  if (label === undefined) return <code>{pointer.slice(1)}:</code>;
  return isShown ? <a href={`#${fieldId(name)}`}>{label}:</a> : <>{label}:</>;
}
