import { confirm, fix, mostFavourable } from '../../src/checks/judgement';
import { judge } from '../support/judged';

const bare = fix('conflict', {});
const other = fix('unverified', {});
const withCandidates = judge('Lindelaan 12, 8951AB Zilverwaard');
const asked = confirm('partial', {});

test.each([
  ['what may be confirmed before what must be fixed', [withCandidates, asked, bare], asked],
  ['what offers candidates before what offers none', [bare, withCandidates], withCandidates],
  ['the first of equals', [bare, other], bare],
  ['the only one', [bare], bare],
  ['none of none', [], undefined],
])('of several readings the most favourable counts: %s', (_, judgements, expected) => {
  expect(mostFavourable(judgements)).toBe(expected);
});
