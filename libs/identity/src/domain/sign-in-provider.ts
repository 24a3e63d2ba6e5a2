import { type Fault } from '@app/platform';
import { textFaults } from './entered-text.js';

/** An organisation's own provider of sign-ins (OpenID Connect): Microsoft Entra, Keycloak, any. */
export interface ProviderFacts {
  /** What the button says. */
  readonly name: string;
  /** As the provider's discovery document names itself, without a trailing slash unless it has one. */
  readonly issuer: string;
  readonly clientId: string;
  /** Mail domains for whose people the sign-in page offers this provider. Set by the installation, because a domain is not proven. */
  readonly domains: readonly string[];
  readonly enabled: boolean;
}

const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Reasons: text.*, provider.issuer, provider.domain. Whether the issuer answers is asked apart. */
export function providerFaults({ name, issuer, clientId, domains }: ProviderFacts): readonly Fault[] {
  return [
    ...textFaults(name, { field: 'name', max: 100, required: true }),
    ...(isIssuer(issuer) ? [] : [{ field: 'issuer', reason: 'provider.issuer' }]),
    ...textFaults(clientId, { field: 'clientId', max: 255, required: true }),
    ...domains.flatMap((domain, index) => (DOMAIN.test(domain) ? [] : [{ field: `domains.${index}`, reason: 'provider.domain' }])),
  ];
}

/** An issuer is an address without query and fragment (OpenID Connect Core, 2). Where it may lead is asked at every call. */
function isIssuer(issuer: string): boolean {
  if (issuer.length > 500 || /[\s?#]/.test(issuer) || !URL.canParse(issuer)) return false;
  const { protocol, username, password } = new URL(issuer);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password;
}
