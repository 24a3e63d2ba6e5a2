import { mailAddress } from './mail-address.js';

describe('mailAddress', () => {
  it.each([
    ['amina@example.org', 'amina@example.org'],
    ['  Amina.B+mic@Example.ORG ', 'Amina.B+mic@example.org'],
    ["o'neil@example.org", "o'neil@example.org"],
    ['zoe@münchen.example', 'zoe@xn--mnchen-3ya.example'],
  ])('accepts %j as %j', (given, kept) => {
    expect(mailAddress(given)).toBe(kept);
  });

  it.each([
    ['a line break and a header', 'amina@example.org\r\nBcc: all@example.org'],
    ['a line break inside', 'ami\nna@example.org'],
    ['a quoted local part', '"amina b"@example.org'],
    ['a comment', 'amina(home)@example.org'],
    ['a group', 'team: amina@example.org;'],
    ['two addresses', 'amina@example.org, zoe@example.org'],
    ['two @', 'amina@example.org@example.net'],
    ['a display name', 'Amina <amina@example.org>'],
    ['Cyrillic letters that look Latin', 'аmina@example.org'],
    ['an address literal', 'amina@[127.0.0.1]'],
    ['an address in numbers', 'amina@127.0.0.1'],
    ['a domain of one label', 'amina@localhost'],
    ['dots in a row', 'amina..b@example.org'],
    ['a path', 'amina@example.org/x'],
    ['a percent escape', 'amina@example%2eorg'],
    ['nothing before the @', '@example.org'],
    ['more than 254 characters', `amina@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}`],
  ])('case 84: refuses %s', (_what, given) => {
    expect(mailAddress(given)).toBeUndefined();
  });
});
