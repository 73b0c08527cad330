import type { Device } from '../../access/devices';
import { FormToken } from '../../desk/layout';
import { MapFigure } from '../../desk/map-figure';
import { page } from '../../desk/page';
import { Qr } from '../../desk/qr';
import type { Looking } from '../../http/pages';
import type { Reply } from '../../http/reply';
import type { Instruction } from '../instructions/instruction';
import { timeText, windowText } from '../planning/windows';
import type { Route, Stop, StopAddress } from '../route';
import { routeOnMap } from '../route-on-map';
import { estimateOf } from '../shown-route';
import { BOARD_WORDS } from './board-words';

interface RouteProps {
  route: Route;
  /** Those that wait for an answer. */
  instructions: readonly Instruction[];
  devices: readonly Device[];
  nowMs: number;
  looking: Looking;
  tilesUrl: string;
  mark: string;
}

/** One route: its stops as they are, what its driver has not answered, and the phones that see it. */
export function routePage(props: RouteProps): Reply<Buffer> {
  const { route, looking, tilesUrl, mark } = props;
  const { language } = looking;
  const words = BOARD_WORDS[language];
  const path = `/desk/routes/${route.id}`;
  const title = `${words.route} ${route.reference}`;
  const content = (
    <div
      id="route"
      {...{ 'hx-get': path, 'hx-trigger': 'changed, every 60s', 'hx-select': '#route' }}
      {...{ 'hx-swap': 'outerHTML', 'hx-disinherit': '*' }}
      data-follows={`${path}/live?mark=${mark}`}
    >
      <h1>
        {title} <small>{words.states[route.state]}</small>
      </h1>
      <p>
        {route.depot} · {route.driver} · {route.vehicle}
      </p>
      <MapFigure view={routeOnMap(route)} language={language} tilesUrl={tilesUrl} />
      <Stops {...props} />
      <Devices {...props} />
    </div>
  );
  return page(title, looking, content, { tilesUrl });
}

function Stops(props: RouteProps) {
  const { route, nowMs, looking } = props;
  const words = BOARD_WORDS[looking.language];
  const { arrivals } = estimateOf(route, nowMs);
  const heads = ['', words.address, words.state, words.window, words.estimated, words.parcels];
  return (
    <div class="wide" role="region" aria-label={words.stops} tabIndex={0}>
      <table>
        <caption>{words.stops}</caption>
        <thead>
          <tr>{heads.map((head) => (head === '' ? <td /> : <th scope="col">{head}</th>))}</tr>
        </thead>
        <tbody>
          {route.stops.map((stop, index) => (
            <StopRow
              {...{ ...props, stop, sequence: index + 1 }}
              arrivesAtMs={arrivals.get(stop.id) ?? null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function addressText({ street, houseNumber, houseNumberAddition, postcode, city }: StopAddress): string {
  const line = (...parts: (string | number | null)[]) => parts.filter((part) => part !== null).join(' ');
  return `${line(street, houseNumber, houseNumberAddition)}, ${line(postcode, city)}`;
}

interface StopProps extends RouteProps {
  stop: Stop;
  sequence: number;
  arrivesAtMs: number | null;
}

function StopRow({ stop, sequence, arrivesAtMs, instructions, looking: { language } }: StopProps) {
  const words = BOARD_WORDS[language];
  const waiting = instructions.find(({ stopId }) => stopId === stop.id);
  const { address, window, state } = stop;
  return (
    <tr class={waiting === undefined ? state : 'waiting'}>
      <th scope="row">{sequence}</th>
      <td>
        {addressText(address)}
        {waiting !== undefined && (
          <strong>
            {' '}
            ⚠ {words.waiting}: {words.instructions[waiting.kind]}
          </strong>
        )}
      </td>
      <td>{words.stopStates[state]}</td>
      <td>
        {window !== null && (
          <>
            {windowText(window, language)} <small>{words.windows[window.state]}</small>
          </>
        )}
      </td>
      <td>{arrivesAtMs !== null && timeText(arrivesAtMs, language)}</td>
      <td>
        {stop.shipmentIds.map((id, index) => (
          <>
            {' '}
            <a href={`/desk/cases/${id}`} aria-label={`${words.parcels} ${sequence}.${index + 1}`}>
              {sequence}.{index + 1}
            </a>
          </>
        ))}
      </td>
    </tr>
  );
}

function Devices({ route, devices, nowMs, looking }: RouteProps) {
  const { language, formToken } = looking;
  const words = BOARD_WORDS[language];
  const path = `/desk/routes/${route.id}/devices`;
  const active = devices.filter(
    ({ revokedAtMs, expiresAtMs }) => revokedAtMs === null && expiresAtMs > nowMs,
  );
  return (
    <section>
      <h2>{words.devices}</h2>
      {active.length === 0 && <p>{words.noDevice}</p>}
      <ul>
        {active.map(({ id, prefix, lastUsedAtMs }) => (
          <li>
            <form method="post" action={`${path}/revoke`}>
              <FormToken formToken={formToken} />
              <input type="hidden" name="deviceId" value={id} />
              <code>{prefix}…</code> {lastUsedAtMs !== null && timeText(lastUsedAtMs, language)}{' '}
              <button class="quiet">{words.revoke}</button>
            </form>
          </li>
        ))}
      </ul>
      {route.state !== 'ended' && (
        <form method="post" action={path}>
          <FormToken formToken={formToken} />
          <button class="secondary">{words.handOut}</button>
        </form>
      )}
    </section>
  );
}

/** The code by which a driver's phone opens a route; it is shown once. */
export function handedOutPage(route: Route, url: string, looking: Looking): Reply<Buffer> {
  const words = BOARD_WORDS[looking.language];
  const title = `${words.route} ${route.reference}`;
  const content = (
    <>
      <h1>{title}</h1>
      <p>{words.scan}</p>
      <Qr text={url} label={words.scan} />
      <p>
        <a href={url}>{url.replace(/#.*/, '#…')}</a>
      </p>
      <p>{words.once}</p>
      <p>
        <a href={`/desk/routes/${route.id}`}>{words.back}</a>
      </p>
    </>
  );
  return page(title, looking, content);
}
