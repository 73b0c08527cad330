import { emptyKept, type Kept, type Model } from './model';

/** Holds the one model of the page. */
export interface Box {
  get(): Model;
  change(next: (model: Model) => Model): void;
  changeKept(next: (kept: Kept) => Kept): void;
}

export interface BoxEnds {
  read: () => Kept;
  write: (kept: Kept) => void;
  /** Called after each change. */
  changed: () => void;
}

/** Holds the model, writes down what is to survive, and says when it changed. */
export function createBox({ read, write, changed }: BoxEnds): Box & { readAgain: () => void } {
  let model: Model = { kept: emptyKept, isLive: false, sheet: null, openStopId: null, said: '' };
  model = { ...model, kept: read() };

  function change(next: (model: Model) => Model): void {
    const before = model;
    model = next(before);
    if (model === before) return;
    if (model.kept !== before.kept) write(model.kept);
    changed();
  }

  return {
    get: () => model,
    change,
    changeKept: (next) => change((before) => withKept(before, next(before.kept))),
    readAgain: () => {
      model = { ...model, kept: read() };
      changed();
    },
  };
}

function withKept(model: Model, kept: Kept): Model {
  return kept === model.kept ? model : { ...model, kept };
}
