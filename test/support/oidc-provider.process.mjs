// A real OpenID provider (npm oidc-provider) in a process of its own, because the package is ESM that Jest cannot load unchanged.
// Arguments: the redirect URI of the client. Prints one line of JSON: { issuer, clientId, clientSecret }.
// Sign in there as "subject~address" or "subject~address~unverified" with any password.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const client = { client_id: 'tremplin', client_secret: 'a-secret-of-the-provider', redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' };
console.warn = () => {};

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    async findAccount(_context, accountId) {
      const [sub, email, verified] = accountId.split('~');
      return { accountId, claims: async () => ({ sub: accountId, name: sub, email, email_verified: verified !== 'unverified' }) };
    },
  });
  server.on('request', provider.callback());
  console.log(JSON.stringify({ issuer, clientId: client.client_id, clientSecret: client.client_secret }));
});
process.on('disconnect', () => process.exit());
