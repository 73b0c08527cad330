import { emptyKept, type Kept } from './model';

const NAME = 'klopt.driver';

/** What the device remembers of the last time. */
export function readKept(storage: Storage): Kept {
  try {
    const kept = JSON.parse(storage.getItem(NAME) ?? '{}') as Partial<Kept>;
    return { ...emptyKept, ...kept };
  } catch {
    // Something that this page did not write is worth nothing.
    return emptyKept;
  }
}

export function writeKept(storage: Storage, kept: Kept): void {
  storage.setItem(NAME, JSON.stringify(kept));
}

/** Calls back when another tab of this device has written. */
export function onOtherTab(window: Window, changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === NAME) changed();
  });
}
