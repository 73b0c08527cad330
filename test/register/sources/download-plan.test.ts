import { planDownload, validatorOf } from '../../../src/register/sources/download-plan';

const none = { contentRange: null, contentLength: null };

describe('what an answer means for a download', () => {
  it.each([
    ['the whole file', { ...none, status: 200, contentLength: '900' }, { kind: 'restart', totalBytes: 900 }],
    ['the whole file of unknown length', { ...none, status: 200 }, { kind: 'restart', totalBytes: null }],
    [
      'the rest',
      { ...none, status: 206, contentRange: 'bytes 100-899/900' },
      { kind: 'append', totalBytes: 900 },
    ],
    ['nothing left to send', { ...none, status: 416, contentRange: 'bytes */100' }, { kind: 'complete' }],
  ])('%s', (_what, answer, step) => {
    expect(planDownload(answer, 100)).toEqual(step);
  });

  it.each([
    ['another part than was asked for', { ...none, status: 206, contentRange: 'bytes 50-899/900' }],
    ['a part that is not told', { ...none, status: 206 }],
    ['a part of unknown whole', { ...none, status: 206, contentRange: 'bytes 100-899/*' }],
    ['a file shorter than the part', { ...none, status: 416, contentRange: 'bytes */50' }],
  ])('discards the part at %s', (_what, answer) => {
    expect(planDownload(answer, 100)).toMatchObject({ kind: 'discard' });
  });

  it.each([408, 429, 500, 502, 503, 504])('asks again after %i', (status) => {
    expect(planDownload({ ...none, status }, 0)).toEqual({
      kind: 'retry',
      why: `the server answered ${status}`,
    });
  });

  it.each([400, 401, 403, 404, 410, 501])('gives up after %i', (status) => {
    expect(planDownload({ ...none, status }, 0)).toEqual({
      kind: 'refused',
      why: `the server answered ${status}`,
    });
  });
});

describe('what tells one version of the file from another', () => {
  it.each([
    ['"strong"', 'Sun, 08 Nov 2026 06:00:00 GMT', '"strong"'],
    ['W/"weak"', 'Sun, 08 Nov 2026 06:00:00 GMT', 'Sun, 08 Nov 2026 06:00:00 GMT'],
    [null, 'Sun, 08 Nov 2026 06:00:00 GMT', 'Sun, 08 Nov 2026 06:00:00 GMT'],
    ['W/"weak"', null, null],
    [null, null, null],
  ])('etag %s and last-modified %s: %s', (etag, lastModified, validator) => {
    expect(validatorOf(etag, lastModified)).toBe(validator);
  });
});
