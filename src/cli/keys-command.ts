import { Command, InvalidArgumentError, Option } from 'commander';
import type { IssuedKey, KeyRequest } from '../access/issue-key';
import type { StoredKey } from '../access/keys-store';
import { systemClock } from '../clock';
import { inColumns } from './columns';
import { revokedText } from './revoked-text';
import { processTerminal, type Terminal } from './terminal';
import { instant, minute } from './times';
import { withDatabase } from './with-database';

interface CreateOptions {
  shop: string;
  kind: 'secret' | 'publishable';
  test?: boolean;
  origin?: string[];
  scope?: string[];
  rateLimit?: number;
  json?: boolean;
}

/** `klopt keys create|list|revoke`. */
export function keysCommand(terminal: Terminal = processTerminal): Command {
  return new Command('keys')
    .description('make, list and revoke API keys')
    .addCommand(createCommand(terminal))
    .addCommand(listCommand(terminal))
    .addCommand(revokeCommand(terminal));
}

function createCommand(terminal: Terminal): Command {
  return new Command('create')
    .description('make a key, and its shop where there is none of that name')
    .requiredOption('--shop <name>', 'the shop that the key is for')
    .addOption(
      new Option('--kind <kind>', 'secret for servers, publishable for web pages')
        .choices(['secret', 'publishable'])
        .default('secret'),
    )
    .option('--test', 'a test key: answers to magic postcodes, keeps nothing')
    .option('--origin <url...>', 'a web page that may use a publishable key, as in https://shop.example')
    .option('--scope <scope...>', 'what it may do: checks, suggestions, register, amendments, shipments')
    .option('--rate-limit <n>', 'requests a minute; a secret key has no limit by default', wholeNumber)
    .option('--json', 'print as JSON')
    .action(async (options: CreateOptions) => {
      const { issueKey } = await import('../access/issue-key.js');
      const issued = await withDatabase((database) => issueKey(database, systemClock, requestOf(options)));
      const data = { key: issued.key, ...shown(issued.stored) };
      terminal.answer(options.json ? JSON.stringify(data) : createdInWords(issued));
    });
}

function requestOf(options: CreateOptions): KeyRequest {
  return {
    shopName: options.shop,
    kind: options.kind,
    mode: options.test ? 'test' : 'live',
    scopes: options.scope,
    origins: options.origin,
    requestsPerMinute: options.rateLimit,
  };
}

function createdInWords({ key, stored }: IssuedKey): string {
  return [
    `A ${stored.kind} ${stored.mode} key for ${stored.shopName}, which is shown only this once:`,
    '',
    `  ${key}`,
    '',
    `It works at once. Send it as "Authorization: Bearer …"; it may be used for ${stored.scopes.join(', ')}.`,
    `To stop it: klopt keys revoke ${stored.id}`,
  ].join('\n');
}

function listCommand(terminal: Terminal): Command {
  return new Command('list')
    .description('show all keys, without the keys themselves')
    .option('--shop <name>', 'only those of this shop')
    .option('--json', 'print as JSON')
    .action(async (options: { shop?: string; json?: boolean }) => {
      const { listKeys } = await import('../access/keys-store.js');
      const keys = await withDatabase((database) => listKeys(database, options.shop));
      const words = keys.length > 0 ? inColumns(table(keys)) : noKeys;
      terminal.answer(options.json ? JSON.stringify({ keys: keys.map(shown) }) : words);
    });
}

const noKeys = 'There are no keys. Make one: klopt keys create --shop NAME';

function table(keys: readonly StoredKey[]): string[][] {
  const heading = ['ID', 'SHOP', 'KEY', 'SCOPES', 'MADE', 'LAST USED', 'STATE'];
  const rows = keys.map((key) => [
    key.id,
    key.shopName,
    `${key.prefix}…`,
    key.scopes.join(','),
    minute(key.createdAtMs),
    minute(key.lastUsedAtMs),
    key.revokedAtMs === null ? 'active' : `revoked ${minute(key.revokedAtMs)}`,
  ]);
  return [heading, ...rows];
}

function revokeCommand(terminal: Terminal): Command {
  return new Command('revoke')
    .description('stop a key from working, at once')
    .argument('<id or prefix>', 'as in "klopt keys list"')
    .option('--json', 'print as JSON')
    .action(async (idOrPrefix: string, options: { json?: boolean }) => {
      const { revokeKey } = await import('../access/revoke-key.js');
      const revocation = await withDatabase((database) => revokeKey(database, systemClock, idOrPrefix));
      terminal.answer(revokedText(revocation, { unknown: noSuchKey, table }, options.json === true));
    });
}

const noSuchKey = 'No key has this id or prefix. "klopt keys list" shows them all.';

/** A key as it may be seen: neither the key nor its hash. */
function shown(key: StoredKey): Record<string, unknown> {
  return {
    id: key.id,
    shop: { id: key.shopId, name: key.shopName },
    kind: key.kind,
    test: key.mode === 'test',
    prefix: key.prefix,
    scopes: key.scopes,
    origins: key.origins,
    requestsPerMinute: key.requestsPerMinute,
    createdAt: instant(key.createdAtMs),
    lastUsedAt: instant(key.lastUsedAtMs),
    revokedAt: instant(key.revokedAtMs),
  };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
