import type { Access } from './access';
import { emptyOutbox, unsentCount, withRelease, withVersion, type Outbox } from './outbox';
import type { RouteCopy } from './route-copy';
import type { Language } from './texts';

/** What survives a closed page and an empty battery. */
export interface Kept {
  access: Access | null;
  /** The service knows the token no longer. */
  isRefused: boolean;
  copy: RouteCopy | null;
  outbox: Outbox;
  /** What was done on routes before this one, and not answered. */
  left: readonly Left[];
  /** When the service was last heard. */
  heardAtMs: number | null;
  settings: Settings;
}

export interface Left {
  access: Access;
  outbox: Outbox;
}

export interface Settings {
  /** null: as the browser speaks. */
  language: Language | null;
  isDark: boolean;
  /** null: not asked yet. */
  sharesPosition: boolean | null;
}

/** What the bar at the bottom asks in place of what is next. */
export type Sheet = 'fail' | 'refuse' | 'menu';

/** All that the page knows. */
export interface Model {
  kept: Kept;
  isLive: boolean;
  sheet: Sheet | null;
  /** The stop of the list whose actions are shown. */
  openStopId: string | null;
  /** What is read aloud. */
  said: string;
}

export const emptyKept: Kept = {
  access: null,
  isRefused: false,
  copy: null,
  outbox: emptyOutbox,
  left: [],
  heardAtMs: null,
  settings: { language: null, isDark: false, sharesPosition: null },
};

/** What is kept once a QR code was scanned. Of another route only what is still to be sent; of the same one everything. */
export function withAccess(kept: Kept, access: Access): Kept {
  if (kept.access?.routeId === access.routeId) return { ...kept, access, isRefused: false };
  return { ...emptyKept, settings: kept.settings, access, left: leftOf(kept) };
}

function leftOf({ access, outbox, left }: Kept): readonly Left[] {
  const released = withRelease(outbox);
  return access === null || unsentCount(released) === 0 ? left : [...left, { access, outbox: released }];
}

/** What is kept once the token lets nobody in: no address or name, but all that was done and not answered. */
export function withoutAccess(kept: Kept): Kept {
  return { ...kept, isRefused: true, copy: null };
}

/** What is kept with a newer copy. */
export function withCopy(kept: Kept, copy: RouteCopy): Kept {
  return { ...kept, copy, outbox: withVersion(kept.outbox, copy.route.version) };
}
