import { passwordFaults } from './password-policy.js';

describe('the password policy', () => {
  const owner = { email: 'jeanne.dupont@ecole-numerique.example.org', name: 'Jeanne Dupont' };
  const reason = (password: string) => passwordFaults(password, owner)[0]?.reason;

  it.each(['', 'short', 'elevenchars', '❤❤❤❤❤❤❤❤❤❤❤'])('"%s" is too short', (password) => {
    expect(reason(password)).toBe('password.too-short');
  });

  it.each(['passwordpassword', 'P4ssw0rd2026!!!', 'Motdepasse1234', 'wachtwoord123', 'Passwort2026!', 'azertyuiop123', 'qwertzuiop!!!', 'aaaaaaaaaaaa', '123456789012', '121212121212', 'abcabcabcabc', '210987654321', 'iloveyou2027!', 'Bienvenue2027', 'BruxellesBruxelles', '!!!!????!!!!????', '202620262026'])(
    '"%s" is very common',
    (password) => {
      expect(reason(password)).toBe('password.common');
    },
  );

  it.each(['jeanne.dupont@ecole-numerique.example.org', 'JeanneDupont1', 'dupont-jeanne-2027', 'jeanne.dupont!', 'Dupont Dupont', 'password-jeanne'])('"%s" is the own name or address', (password) => {
    expect(reason(password)).toBe('password.own');
  });

  it.each(['correct horse battery', 'les cerises de juin', 'dupont mange une pomme', 'tGq7#vLp2!xZ', '❤ mon chien est bleu ❤', '   espaces   devant', 'x'.repeat(3) + ' et puis voilà'])('"%s" is good', (password) => {
    expect(reason(password)).toBeUndefined();
  });

  it('has an upper limit, and names the field that it was given', () => {
    expect(passwordFaults('a b'.repeat(100), owner, 'newPassword')).toEqual([{ field: 'newPassword', reason: 'password.too-long', values: { max: 256 } }]);
  });

  it('a person without a name, and one of a single letter, can have a password', () => {
    expect(passwordFaults('les cerises de juin', { email: 'a@b.example.org', name: null })).toEqual([]);
    expect(passwordFaults('les cerises de juin', { email: 'a@b.example.org', name: 'X' })).toEqual([]);
  });
});
