import { systemClock } from '../../clock';
import { accessIn } from './access';
import { createAttention } from './attention';
import { createBox } from './box';
import { refresh } from './catch-up';
import { follow } from './follow';
import { onOtherTab, readKept, writeKept } from './kept-store';
import { withAccess } from './model';
import { createNotice } from './notice';
import { createPage } from './page';
import { createPause } from './pause';
import { createRelease } from './release';
import { send } from './send';
import { release } from './taps';
import { createVanPosition } from './van-position';

/** Estimates go by the time of day. */
const REFRESH_MS = 300_000;

const nowMs = () => systemClock.nowMs();
const toFollow = createPause();
const toSend = createPause();
const after: (() => void)[] = [];
const box = createBox({
  read: () => readKept(localStorage),
  write: (kept) => writeKept(localStorage, kept),
  changed: () => after.forEach((does) => does()),
});

/** A QR code that was scanned: its token leaves the address bar, and with it the history, at once. */
function scan(): void {
  const access = accessIn(location.hash);
  if (access === null) return;
  history.replaceState(null, '', location.pathname);
  box.changeKept((kept) => withAccess(kept, access));
  wake();
}

function wake(): void {
  toFollow.wake();
  toSend.wake();
}

/** A page that is put away may be ended: what can still be undone is sent now. */
function onVisibility(): void {
  if (document.visibilityState === 'hidden') box.change((model) => release(model, nowMs()));
  else wake();
}

scan();
after.push(
  createPage({ box, root: document.getElementById('page') ?? document.body, nowMs }),
  createNotice(box, createAttention(window)),
  createRelease(box, nowMs),
  createVanPosition(box, nowMs),
  () => toSend.wake(),
);
after.forEach((does) => does());
window.addEventListener('hashchange', scan);
window.addEventListener('online', wake);
document.addEventListener('visibilitychange', onVisibility);
onOtherTab(window, () => box.readAgain());
setInterval(() => {
  const { isLive, kept } = box.get();
  if (isLive && kept.access !== null) void refresh(box, kept.access).catch(() => undefined);
}, REFRESH_MS);
void follow({ box, pause: toFollow, nowMs, connected: wake });
void send({ box, pause: toSend, nowMs });
// Both are there only where nobody can listen in.
if ('storage' in navigator) void navigator.storage.persist();
if ('serviceWorker' in navigator)
  void navigator.serviceWorker.register('/driver/sw.js', { scope: '/driver' });
