import type { PageGround } from '../http/pages';
import { problemBody } from '../http/problem';
import { deskWords } from './desk-words';
import { page } from './page';
import { SendAgain } from './send-again-pages';

/** What went wrong, with every mistake by its field, and the way back. */
export const showProblem: PageGround['showProblem'] = (problem, looking) => {
  const { language, requestId } = looking;
  const words = deskWords(language);
  const { title, detail, status, errors = [] } = problemBody(problem, language, requestId);
  const content = (
    <>
      <div role="alert">
        <h1>{title}</h1>
        <p>{detail}</p>
        {errors.length > 0 && (
          <ul>
            {errors.map(({ pointer, message }) => (
              <li>
                <code>{pointer.slice(1)}</code>: {message}
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href="/desk">{words.back}</a> · <small>{requestId}</small>
        </p>
      </div>
      <SendAgain {...looking} />
    </>
  );
  return page(words.wrong, looking, content, { status, headers: problem.details.headers ?? {} });
};
