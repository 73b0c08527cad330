import type { Caller, Scope } from '../../src/http/caller';
import { lacksScope } from '../../src/http/lacks-scope';
import { cast, people } from '../support/start-app';

const device: Caller = { kind: 'device', routeId: 'rte_1', keyId: 'dev_1', scopes: new Set(['driving']) };

describe('what is said to whom an endpoint is not for', () => {
  it.each<[string, Caller, Scope[], RegExp]>([
    ['a shop without the scope', cast.page, ['checks', 'desk'], /a key with: checks\./],
    ['a person without it', people.planner, ['shipments', 'desk'], /^Your role may not.*with: desk\./],
    ['a person where only shops may', people.agent, ['checks'], /^This is for shops/],
    ['a shop where only people and devices may', cast.owner, ['desk', 'driving'], /someone with: desk\./],
    ['a shop where only devices may', cast.owner, ['driving'], /^This is for a driver's device/],
    ['a person where only devices may', people.planner, ['driving'], /^This is for a driver's device/],
    ['a device', device, ['desk', 'planning'], /own route only/],
  ])('%s', (_, caller, scopes, words) => {
    const { code, details } = lacksScope(scopes, caller);
    expect([code, details.detail?.en]).toEqual(['forbidden', expect.stringMatching(words)]);
  });
});
