// A company's sign-on for the tests: a real one (oidc-provider), where whoever asks says in a header who they are.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Provider from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);

/** What goes wrong, as the test says: how slow it is, and what it tells of itself. */
const mood = { delayMs: 0, wrong: '' };

const server = createServer();
await new Promise((resolve) => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'klopt', client_secret: 'a secret of the tests', redirect_uris: [redirectUri] }],
  // As many sign-ons do, the address is told only where it is asked for; of some in the token itself.
  conformIdTokenClaims: process.env.CLAIMS_IN_TOKEN !== 'true',
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['of the tests'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id.split('-')[0]}@Example.NL`,
      email_verified: !id.endsWith('-unverified'),
    }),
  }),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      accountId: context.oidc.session.accountId,
      clientId: context.oidc.client.clientId,
    });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});

provider.use(async (context, next) => {
  if (context.path === '/mood') {
    Object.assign(
      mood,
      { delayMs: 0, wrong: '' },
      Object.fromEntries(new URLSearchParams(context.querystring)),
    );
    context.body = 'so be it';
    return;
  }
  await sleep(Number(mood.delayMs));
  if (mood.wrong !== '' && context.path.includes(mood.wrong)) {
    context.body = { nonsense: true };
    return;
  }
  if (context.path.startsWith('/interaction/')) {
    const accountId = context.get('x-who');
    const result =
      accountId === ''
        ? { error: 'access_denied', error_description: 'they stopped' }
        : { login: { accountId } };
    await provider.interactionFinished(context.req, context.res, result);
    context.respond = false;
    return;
  }
  await next();
});

server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
