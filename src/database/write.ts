export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
/** The rows whose columns have these values; of a list, any of it. */
export type Where = Readonly<Record<string, Value | readonly string[]>>;

/** Rows for one table, which all have the same columns. */
export interface Insert {
  table: string;
  rows: readonly Row[];
  /** Leaves out rows that are there already. */
  unlessThere?: true;
}

/** Sets columns of rows. */
export interface Update {
  update: string;
  set: Row;
  where: Where;
  /** Throws where there is no such row; where it is absent there need be none. */
  orElse?: () => void;
}

/** Sets columns of several rows to values of their own; each holds its `id`, and all have the same columns. */
export interface UpdateEach {
  updateEach: string;
  rows: readonly Row[];
  /** What holds for all of them. PostgreSQL would read all of a small table for their ids alone. */
  where: Where;
}

export interface Deletion {
  deleteFrom: string;
  where: Where;
}

/** What is told on a channel once the transaction has committed; see `notify`. */
export interface Notice {
  notify: string;
  payload: string;
}

/** One thing that is written, with others of its transaction. */
export type Write = Insert | Update | UpdateEach | Deletion | Notice;
