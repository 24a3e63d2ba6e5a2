const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL = 64;

/**
 * One plain mailbox, or undefined (case 84): no line breaks, quoted local parts, comments, groups, display names or second addresses, and
 * only ASCII before the @, so that two addresses that look alike are not two people. The domain is lower-cased, internationalised
 * domains in their xn-- form. What this answers is what the envelope carries.
 */
export function mailAddress(text: string): string | undefined {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  if (at < 1 || address.length > LONGEST_ADDRESS || local.length > LONGEST_LOCAL || !LOCAL.test(local)) return undefined;
  const domain = asciiDomain(address.slice(at + 1));
  return domain && `${local}@${domain}`;
}

/** Address literals and single labels are refused: nobody has a mailbox there that a centre would note. */
function asciiDomain(text: string): string | undefined {
  if (!/^[^\s[\]()<>,;:\\/"@?#%]+$/u.test(text) || text.endsWith('.') || !URL.canParse(`http://${text}`)) return undefined;
  const domain = new URL(`http://${text}`).hostname;
  const labels = domain.split('.');
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : undefined;
}
