import { MapFigure } from '../../desk/map-figure';
import { page } from '../../desk/page';
import type { Looking } from '../../http/pages';
import type { Reply } from '../../http/reply';
import { timeText } from '../planning/windows';
import type { BoardRoute } from './board';
import { BOARD_WORDS } from './board-words';
import type { Board } from './read-board';

interface BoardProps {
  board: Board;
  day: string;
  depot: string | undefined;
  mark: string;
  looking: Looking;
  tilesUrl: string;
}

/** A day's routes: what needs somebody first, and all of it on a map. */
export function boardPage(props: BoardProps): Reply<Buffer> {
  const { board, day, depot, mark, looking, tilesUrl } = props;
  const { language } = looking;
  const words = BOARD_WORDS[language];
  const asked = new URLSearchParams({ day, ...(depot !== undefined && { depot }) }).toString();
  const content = (
    <>
      <h1>{words.title}</h1>
      <Choice {...props} />
      <section
        id="board"
        {...{ 'hx-get': `/desk/board?${asked}`, 'hx-trigger': 'changed, every 60s' }}
        {...{ 'hx-select': '#board', 'hx-swap': 'outerHTML', 'hx-disinherit': '*' }}
        data-follows={`/desk/board/live?${asked}&mark=${mark}`}
      >
        {board.routes.length === 0 ? <p class="empty">{words.none}</p> : <Routes {...props} />}
        {board.map !== null && <MapFigure view={board.map} language={language} tilesUrl={tilesUrl} />}
      </section>
    </>
  );
  return page(words.title, looking, content, { tilesUrl });
}

function Choice({ board: { depots }, day, depot, looking: { language } }: BoardProps) {
  const words = BOARD_WORDS[language];
  return (
    <form method="get" action="/desk/board" class="whose">
      <input type="date" name="day" value={day} aria-label={words.day} required />
      {depots.length > 1 && (
        <select name="depot" aria-label={words.depot}>
          <option value="">{words.allDepots}</option>
          {depots.map((code) => (
            <option value={code} selected={code === depot}>
              {code}
            </option>
          ))}
        </select>
      )}
      <button class="secondary">{words.show}</button>
    </form>
  );
}

function Routes({ board: { routes }, looking: { language } }: BoardProps) {
  const words = BOARD_WORDS[language];
  const heads = [words.route, words.driver, words.progress, words.unanswered, words.phone, words.done];
  return (
    <div class="wide" role="region" aria-label={words.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody class="items">
          {routes.map((route) => (
            <RouteRow route={route} language={language} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RouteRow({ route, language }: { route: BoardRoute; language: Looking['language'] }) {
  const words = BOARD_WORDS[language];
  const { id, reference, depot, driver, vehicle, state, stopsDone, stops, unanswered } = route;
  return (
    <tr>
      <th scope="row">
        <a href={`/desk/routes/${id}`} class="open">
          {reference}
        </a>{' '}
        <small>
          {depot} · {words.states[state]}
        </small>
      </th>
      <td>
        {driver} <small>{vehicle}</small>
      </td>
      <td>
        <meter min={0} max={stops} value={stopsDone} aria-label={words.progress} />{' '}
        {words.ofStops(stopsDone, stops)}
      </td>
      <td>{unanswered > 0 && <strong>⚠ {words.answersBy(unanswered)}</strong>}</td>
      <td>
        <Phone route={route} language={language} />
      </td>
      <td>
        {route.estimatedEndMs !== null && state !== 'ended' && timeText(route.estimatedEndMs, language)}
        {route.isLate && <strong> ⚠ {words.late}</strong>}
      </td>
    </tr>
  );
}

function Phone({ route, language }: { route: BoardRoute; language: Looking['language'] }) {
  const { connection, deviceSeenAtMs } = route;
  const text = BOARD_WORDS[language].connections[connection];
  if (connection === 'live') return <span>● {text}</span>;
  return (
    <span>
      ○ {text}
      {deviceSeenAtMs !== null && ` (${timeText(deviceSeenAtMs, language)})`}
    </span>
  );
}
