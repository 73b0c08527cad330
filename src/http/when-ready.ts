/**
 * Goes on with a value: in this very turn where it is there, later where it is promised. An `await` would put every
 * request through the queue of microtasks, also those that have nothing to wait for.
 */
export function whenReady<Value>(
  value: Value | Promise<Value>,
  next: (value: Value) => void,
  fail: (error: unknown) => void,
): void {
  if (value instanceof Promise) value.then(next).catch(fail);
  else next(value);
}

/** Runs a step; what it throws goes to `fail`. */
export function attempt(step: () => void, fail: (error: unknown) => void): void {
  try {
    step();
  } catch (error) {
    fail(error);
  }
}
