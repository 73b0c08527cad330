const nothing = (): void => undefined;

/** knex says what it throws a second time, on the standard error and with the data in it. */
export const silent = { warn: nothing, error: nothing, debug: nothing, deprecate: nothing };
