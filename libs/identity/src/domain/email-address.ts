// Dot-atom of RFC 5321 without quoted local parts, comments, groups and address literals: every address that a mailbox really has,
// none that a header could read as two.
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const MOST = 254;
const MOST_LOCAL = 64;

/** The address as it is kept (blanks around removed, domain in lower case), or undefined when it is none that mail can be sent to (case 84). */
export function emailAddress(entered: string): string | undefined {
  const address = entered.normalize('NFC').trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  const labels = domain.split('.');
  const wellFormed = at > 0 && LOCAL.test(local) && local.length <= MOST_LOCAL && labels.length > 1 && labels.every((label) => LABEL.test(label));
  return wellFormed && address.length <= MOST ? `${local}@${domain}` : undefined;
}
