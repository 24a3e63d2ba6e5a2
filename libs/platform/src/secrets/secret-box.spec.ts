import { Settings } from '../config/settings.js';
import { SecretBox } from './secret-box.js';

const boxWith = (key?: string): SecretBox => new SecretBox(Object.assign(new Settings(), { SECRET_KEY: key }));

describe('the secret box', () => {
  const box = boxWith('k'.repeat(32));

  it('opens what it sealed, and seals the same secret differently each time', () => {
    const [one, two] = [box.seal('here', 'JBSWY3DP'), box.seal('here', 'JBSWY3DP')];
    expect(box.open('here', one)).toBe('JBSWY3DP');
    expect(one.equals(two)).toBe(false);
    expect(one.includes('JBSWY3DP')).toBe(false);
  });

  it('refuses another place, another key, an altered byte and an unknown form', () => {
    const sealed = box.seal('here', 'secret');
    expect(() => box.open('there', sealed)).toThrow();
    expect(() => boxWith('x'.repeat(32)).open('here', sealed)).toThrow();
    const altered = Buffer.from(sealed);
    altered[15] = (altered[15] ?? 0) ^ 1;
    expect(() => box.open('here', altered)).toThrow();
    expect(() => box.open('here', Buffer.concat([Buffer.of(9), sealed]))).toThrow(/does not know/);
  });

  it('says so when no key is set', () => {
    expect(() => boxWith().seal('here', 'secret')).toThrow('SECRET_KEY is not set');
  });
});
