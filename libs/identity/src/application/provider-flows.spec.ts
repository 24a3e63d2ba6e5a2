import { Clock, SecretBox, Settings } from '@app/platform';
import { ProviderFlows } from './provider-flows.js';

class SetClock extends Clock {
  minutes = 0;
  override now(): Date {
    return new Date(Date.UTC(2027, 2, 1, 9, this.minutes));
  }
}

describe('a sign-in that is under way at a provider', () => {
  const clock = new SetClock();
  const secrets = new SecretBox(Object.assign(new Settings(), { SECRET_KEY: 'k'.repeat(32) }));
  const flows = new ProviderFlows(secrets, clock);
  const flow = { providerId: 'p', state: 's', nonce: 'n', verifier: 'v', returnTo: '/agenda' };

  it('comes back as it was, fits into a cookie and shows nothing of its inside', () => {
    const sealed = flows.seal({ ...flow, linkFor: 'somebody' });
    expect(flows.open(sealed)).toEqual({ ...flow, linkFor: 'somebody' });
    expect(sealed).toMatch(/^[\w-]{20,4000}$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('agenda');
  });

  it('case 8: is over after ten minutes, and nothing before it began', () => {
    clock.minutes = 30;
    const sealed = flows.seal(flow);
    clock.minutes = 39;
    expect(flows.open(sealed)).toBeDefined();
    clock.minutes = 40;
    expect(flows.open(sealed)).toBeUndefined();
    clock.minutes = 29;
    expect(flows.open(sealed)).toBeUndefined();
  });

  it.each([undefined, '', 'x', 'AAAA', 'a'.repeat(5000), secrets.seal('another place', JSON.stringify(flow)).toString('base64url')])('%j is none', (text) => {
    expect(flows.open(text)).toBeUndefined();
  });
});
