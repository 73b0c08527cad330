import type { ComponentChildren } from 'preact';
import { KEPT_FIELD } from '../http/kept-form';
import { FORM_TOKEN, type Looking } from '../http/pages';
import { assetPath } from './assets';
import { deskWords } from './desk-words';

interface LayoutProps {
  title: string;
  looking: Looking;
  /** Where the tiles of its map are; undefined where it has none, empty where there are no tiles. */
  tilesUrl?: string | undefined;
  children: ComponentChildren;
}

const LANGUAGES = { nl: 'Nederlands', en: 'English' } as const;
/** htmx writes styles into pages and evaluates text unless told not to; neither is let through. */
const HTMX = JSON.stringify({ includeIndicatorStyles: false, allowEval: false });

/** Everything around a page of the desk. */
export function Layout({ title, looking, tilesUrl = '', children }: LayoutProps) {
  const { language } = looking;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={HTMX} />
        <title>{`${title} · Klopt`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assetPath('pico.min.css')} />
        <link rel="stylesheet" href={assetPath('desk.css')} />
        <script src={assetPath('htmx.min.js')} defer />
        <script src={assetPath('desk.js')} defer />
        <script src={assetPath('live.js')} defer />
        <script src={assetPath('suggest.js')} type="module" />
        {tilesUrl !== '' && <MapFiles />}
      </head>
      <body>
        <a class="skip" href="#content">
          {deskWords(language).skip}
        </a>
        <Header {...looking} />
        <SignedOut {...looking} />
        <main id="content" class="container">
          {children}
        </main>
        {looking.kept === undefined && <Footer {...looking} />}
        <Help language={language} />
      </body>
    </html>
  );
}

function MapFiles() {
  return (
    <>
      <link rel="stylesheet" href={assetPath('leaflet.css')} />
      <script src={assetPath('leaflet.js')} defer />
      <script src={assetPath('map.js')} defer />
    </>
  );
}

function Header({ session, language, formToken }: Looking) {
  const words = deskWords(language);
  if (session === undefined || session.mustFirst !== undefined) return null;
  const { caller, name } = session;
  return (
    <header class="container top">
      <nav aria-label={words.desk}>
        <ul>
          <li>
            <strong>Klopt</strong>
          </li>
          <li>
            <a href="/desk/queue" data-key="g">
              {words.queue}
            </a>
          </li>
          <li>
            <a href="/desk/board" data-key="b">
              {words.board}
            </a>
          </li>
          {caller.scopes.has('supervision') && (
            <li>
              <a href="/desk/upkeep">{words.upkeep}</a>
            </li>
          )}
        </ul>
        <ul>
          <li>
            <a href="/desk/account">
              {name} · {caller.depot ?? words.allDepots}
            </a>
          </li>
          <li>
            <form method="post" action="/desk/sign-out">
              <FormToken formToken={formToken} />
              <button class="quiet">{words.signOut}</button>
            </form>
          </li>
        </ul>
      </nav>
    </header>
  );
}

/** Shown by the script when a page that renews itself learns that the session has ended: what is typed stays where it is. */
function SignedOut({ session, language }: Looking) {
  const words = deskWords(language);
  if (session === undefined) return null;
  return (
    <div role="alert" class="container">
      <p id="signed-out" hidden>
        {words.signedOut}{' '}
        <a href="/desk" target="_blank">
          {words.signInElsewhere}
        </a>
      </p>
    </div>
  );
}

function Footer({ language, formToken }: Looking) {
  return (
    <footer class="container">
      <form method="post" action="/desk/language" class="languages" aria-label={deskWords(language).language}>
        <FormToken formToken={formToken} />
        {(['nl', 'en'] as const).map((one) => (
          <button class="quiet" name="language" value={one} lang={one} aria-pressed={one === language}>
            {LANGUAGES[one]}
          </button>
        ))}
      </form>
    </footer>
  );
}

/** What the keys do, opened by `?`; the page's own are filled in by the script. */
function Help({ language }: Pick<Looking, 'language'>) {
  const words = deskWords(language);
  return (
    <dialog id="help" aria-label={words.keys}>
      <article>
        <h2>{words.keys}</h2>
        <dl class="page-keys" />
        <dl>
          <dt>j k</dt>
          <dd>{words.keysStep}</dd>
          <dt>Esc</dt>
          <dd>{words.keysClose}</dd>
        </dl>
      </article>
    </dialog>
  );
}

/** What every form that changes something bears. */
export function FormToken({ formToken }: Pick<Looking, 'formToken'>) {
  return <input type="hidden" name={FORM_TOKEN} value={formToken} />;
}

/** What a form on the way in bears too: what was typed before, and waits to be sent again. */
export function Kept({ kept }: Pick<Looking, 'kept'>) {
  return kept === undefined ? null : <input type="hidden" name={KEPT_FIELD} value={JSON.stringify(kept)} />;
}
