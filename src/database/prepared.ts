import { hash } from 'node:crypto';

/**
 * The option of a statement that is asked again and again in the same words: PostgreSQL then reads and plans it once a
 * connection. It must name its columns: one that asks for all of them fails when a migration adds one. SQLite ignores it.
 */
export function preparedAs(words: string): { name: string } {
  return { name: hash('md5', words, 'hex') };
}

/** The rows that a statement in SQL of its own was answered with: PostgreSQL tells more beside them. */
export function rowsOf<Row>(answer: unknown): Row[] {
  return Array.isArray(answer) ? (answer as Row[]) : (answer as { rows: Row[] }).rows;
}
