import type { IssuedToken } from '../access/create-person';
import type { Ending } from '../access/end-person';
import type { Person, PersonWithTokens } from '../access/people-store';
import type { PersonToken } from '../access/person-tokens-store';
import type { Role } from '../http/caller';
import { inColumns } from './columns';
import { instant, minute } from './times';

/** A person with the token that was made just now. */
export function issuedText({ person, token, stored }: IssuedToken, asJson: boolean): string {
  if (asJson) return JSON.stringify({ person: shown(person), token, tokenId: stored.id });
  const depot = person.depot === null ? 'all depots' : `depot ${person.depot}`;
  return [
    `A token for ${person.name} (${person.role}, ${depot}), which is shown only this once:`,
    '',
    `  ${token}`,
    '',
    'It works at once. Send it as "Authorization: Bearer …".',
    `To stop it: klopt ${person.role}s revoke ${stored.id}`,
  ].join('\n');
}

/** A person with the password that was made just now. */
export function passwordText(
  { person, password }: { person: Person; password: string },
  asJson: boolean,
): string {
  if (asJson) return JSON.stringify({ person: shown(person), password });
  return [
    `A password for ${person.name}, which is shown only this once:`,
    '',
    `  ${password}`,
    '',
    'It works at once, at /desk. Whoever was signed in by that name is signed out.',
  ].join('\n');
}

/** All people of a role, a line for each of their tokens. */
export function listedText(people: readonly PersonWithTokens[], role: Role, asJson: boolean): string {
  if (asJson) return JSON.stringify({ people: people.map(shownWithTokens) });
  if (people.length === 0) return `There are no ${role}s. Make one: klopt ${role}s create --name NAME`;
  const heading = ['PERSON', 'NAME', 'DEPOT', ...tokenHeading];
  return inColumns([heading, ...people.flatMap(personRows)]);
}

function personRows(person: PersonWithTokens): string[][] {
  const { id, name, depot, tokens } = person;
  // Whoever signs in by a password alone has none.
  const shown = tokens.length === 0 ? [['', '', '', '', '']] : tokens.map(tokenRow);
  return shown.map((row) => [id, name, depot ?? 'all', ...row]);
}

const tokenHeading = ['TOKEN ID', 'TOKEN', 'MADE', 'LAST USED', 'STATE'];

function tokenRow({ id, prefix, createdAtMs, lastUsedAtMs, revokedAtMs }: PersonToken): string[] {
  const state = revokedAtMs === null ? 'active' : `revoked ${minute(revokedAtMs)}`;
  return [id, `${prefix}…`, minute(createdAtMs), minute(lastUsedAtMs), state];
}

/** Tokens without what they are, to choose one from. */
export function tokenTable(tokens: readonly PersonToken[]): string[][] {
  return [tokenHeading, ...tokens.map(tokenRow)];
}

/** What came of ending a person. */
export function endedText({ person, already }: Ending, asJson: boolean): string {
  const { id, name } = person;
  if (asJson) return JSON.stringify({ id, ended: true, alreadyEnded: already });
  return already
    ? `${name} had been ended already.`
    : `${name} is ended: within a second no service accepts any of their tokens.`;
}

/** What was done for a person, in a sentence. */
export function doneText(person: Person, sentence: string, asJson: boolean): string {
  return asJson ? JSON.stringify({ person: shown(person) }) : sentence;
}

function shown({ id, role, name, depot, createdAtMs, endedAtMs }: Person): Record<string, unknown> {
  return { id, role, name, depot, createdAt: instant(createdAtMs), endedAt: instant(endedAtMs) };
}

function shownWithTokens({ tokens, ...person }: PersonWithTokens): Record<string, unknown> {
  return { ...shown(person), tokens: tokens.map(shownToken) };
}

/** A token as it may be seen: neither the token nor its hash. */
function shownToken({ id, prefix, createdAtMs, lastUsedAtMs, revokedAtMs }: PersonToken) {
  return {
    id,
    prefix,
    createdAt: instant(createdAtMs),
    lastUsedAt: instant(lastUsedAtMs),
    revokedAt: instant(revokedAtMs),
  };
}
