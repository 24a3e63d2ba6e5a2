import { emailAddress } from './email-address.js';

describe('an e-mail address as entered', () => {
  it.each([
    ['  Zoe.Demo@Example.ORG ', 'Zoe.Demo@example.org'],
    ["o'neill+list@sub.example.org", "o'neill+list@sub.example.org"],
    ['zoé@exemple.example', 'zoé@exemple.example'],
  ])('keeps %j', (entered, kept) => expect(emailAddress(entered)).toBe(kept));

  it.each([
    'a@example.org\r\nBcc: b@example.org',
    '"quoted local"@example.org',
    'a(comment)@example.org',
    'Group: a@example.org, b@example.org;',
    'a@example.org, b@example.org',
    'a@example.org b@example.org',
    'Name <a@example.org>',
    'a..b@example.org',
    '.a@example.org',
    'a@localhost',
    'a@[127.0.0.1]',
    'a@-example.org',
    '@example.org',
    'plain',
    '',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`,
  ])('case 84: refuses %j', (entered) => expect(emailAddress(entered)).toBeUndefined());
});
