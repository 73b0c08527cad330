/** Whoever runs the service, at its command line. */
export const OPERATOR = 'operator';

/** Who did something to who is let in, and when: the operator, or a supervisor by their id. */
export interface By {
  actor: string;
  atMs: number;
}
