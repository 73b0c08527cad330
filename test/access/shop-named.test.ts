import { issueKey } from '../../src/access/issue-key';
import { shopNamed } from '../../src/access/shop-named';
import { onEveryDatabase } from '../support/databases';
import { steeredClock } from '../support/steered-clock';

onEveryDatabase('a shop by its name', (databases) => {
  it('is found, and one that is unknown is told with how to make it', async () => {
    const database = await databases.open();
    const { stored } = await issueKey(database, steeredClock(), {
      ...{ shopName: 'Bol', kind: 'secret', mode: 'live' },
    });
    expect(await shopNamed(database, 'Bol')).toMatchObject({ id: stored.shopId });
    await expect(shopNamed(database, 'A')).rejects.toThrow(/klopt keys create --shop "A"/);
  });
});
