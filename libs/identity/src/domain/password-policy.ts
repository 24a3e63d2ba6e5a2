import { type Fault } from '@app/platform';

export const SHORTEST_PASSWORD = 12;
/** Long enough for any sentence; a limit keeps the work of hashing bounded. */
export const LONGEST_PASSWORD = 256;

interface Owner {
  readonly email: string;
  readonly name?: string | null;
}

/** What people use in place of letters. */
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** The words of which guessed passwords are made, in our four languages; a password of nothing but these is guessed in seconds. */
const COMMON = new Set(
  `password passwort motdepasse wachtwoord mdp pass passe secret geheim geheime secreto admin administrator administrateur beheerder root user gebruiker
  utilisateur benutzer login welcome welkom bienvenue willkommen hallo hello bonjour test tests testing demo changeme change me please letmein let in iloveyou i love you
  jetaime je taime ikhouvanjou ichliebedich qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl zxcvbnm wxcvbn yxcvbnm abc abcd abcdef abcdefgh
  abcdefghijkl monkey dragon football soccer princess soleil doudou chouchou loulou sunshine summer winter spring autumn zomer lente herfst sommer fruhling herbst ete
  hiver printemps automne january janvier januari januar belgique belgie belgien belgium bruxelles brussel brussels mons bergen liege luik gent gand antwerpen namur
  france deutschland nederland tremplin springboard cours course opleiding schule school ecole formation centre centrum microsoft google company entreprise computer
  internet master superman batman trustno starwars starwar pokemon mypassword my the is a le la mon ma mijn mein is das`.split(/\s+/),
);

/** Lower-case letters only, with the usual replacements undone. */
function letters(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].map((character) => LEET[character] ?? character).join('').replace(/[^\p{L}]/gu, '');
}

function withoutFigures(text: string): string {
  return text.replace(/[\d\p{P}\p{S}]+/gu, '');
}

/** Whether the text can be cut into words of the set without a rest. */
function isMadeOf(words: ReadonlySet<string>, text: string): boolean {
  const reachable = [true];
  for (let end = 1; end <= text.length; end++) {
    reachable[end] = false;
    for (let start = Math.max(0, end - 16); start < end && !reachable[end]; start++) {
      reachable[end] = Boolean(reachable[start]) && words.has(text.slice(start, end));
    }
  }
  return Boolean(reachable[text.length]);
}

/** "aaaaaaaaaaaa", "121212121212", "123456789012", "zyxwvutsrqpo": repeated or counted, not thought of. */
function isPattern(password: string): boolean {
  const codes = [...password.toLowerCase()].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const counted = steps.size === 1 || (/^\d+$/.test(password) && [...steps].every((step) => Math.abs(step) === 1 || Math.abs(step) === 9));
  return counted || /^(.{1,5})\1+.{0,4}$/u.test(password.toLowerCase());
}

function isCommon(password: string): boolean {
  // With the figures read as letters ("p4ssw0rd"), without them ("password2026"), and without those at the end ("p4ssw0rd2026").
  const readings = [letters(password), letters(withoutFigures(password)), letters(password.replace(/[\d\p{P}\p{S}]+$/u, ''))];
  return isPattern(password) || readings.some((reading) => isMadeOf(COMMON, reading));
}

function isOwn(password: string, owner: Owner): boolean {
  const [local = '', domain = ''] = owner.email.split('@');
  const own = [owner.email, local, ...local.split(/[._+-]/), domain.split('.')[0] ?? '', ...(owner.name ?? '').split(/\s+/)].map(letters);
  const words = new Set([...own.filter((word) => word.length > 2), ...COMMON]);
  return isMadeOf(words, letters(withoutFigures(password))) || letters(password) === letters(owner.email);
}

/**
 * Why this cannot be the account's password; empty when it can. Length counts, not character classes (NIST SP 800-63B); refused are
 * very common ones and the person's own name and address. Reasons: password.too-short, .too-long, .common, .own.
 */
export function passwordFaults(password: string, owner: Owner, field = 'password'): readonly Fault[] {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return [{ field, reason: 'password.too-short', values: { min: SHORTEST_PASSWORD } }];
  if (length > LONGEST_PASSWORD) return [{ field, reason: 'password.too-long', values: { max: LONGEST_PASSWORD } }];
  if (isCommon(password)) return [{ field, reason: 'password.common' }];
  return isOwn(password, owner) ? [{ field, reason: 'password.own' }] : [];
}
