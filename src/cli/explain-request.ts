import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import { addressCheckRequest } from '../checks/checks-schemas';
import { fieldErrors } from '../http/field-errors';
import { positionOfMistake } from '../http/json-mistake';
import { CommandFailed } from './command-failed';

type AddressCheckRequest = z.output<typeof addressCheckRequest>;

/** Reads a request as `POST /v1/address-checks` takes it. Throws CommandFailed with all that is wrong with it. */
export async function readCheckRequest(input: AsyncIterable<Buffer | string>): Promise<AddressCheckRequest> {
  const body = parseJson(await text(input));
  const parsed = addressCheckRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(addressCheckRequest, body, 'body', 'en');
  const lines = errors.map(({ pointer, message }) => `  ${pointer || '/'}: ${message}`);
  throw new CommandFailed(
    [
      'This is no request for an address check, such as {"address": {"postcode": "…", "houseNumber": 12}}.',
      ...lines,
    ].join('\n'),
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    const { line, column } = positionOfMistake(json);
    throw new CommandFailed(`The standard input is not JSON from line ${line}, column ${column} on.`);
  }
}
