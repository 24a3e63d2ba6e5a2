import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OtherBrowser, ProviderRefused } from '@app/identity';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { defineFaultTexts, InvalidInputType, NotAllowedType, NotFoundType, problemType, resultUnion, StaleVersionType, shown } from '../graphql/index.js';
import { AccountSuspendedType, LinkExpiredType, TooManyAttemptsType } from './sign-in.problems.types.js';
import { SessionRenewedType, SignedInType } from './sign-in.types.js';

export const ProviderRefusedType = problemType(ProviderRefused, {
  description: 'A sign-in by a provider did not come about.',
  texts: {
    fr: '{reason, select, unreachable {Le service de connexion de votre établissement ne répond pas. Réessayez plus tard.} taken {Ce compte d’établissement ouvre déjà un autre compte Tremplin.} other {La connexion avec votre établissement n’a pas abouti. Recommencez.}}',
    nl: '{reason, select, unreachable {De aanmelddienst van uw instelling antwoordt niet. Probeer later opnieuw.} taken {Dit instellingsaccount opent al een ander Tremplin-account.} other {Aanmelden via uw instelling is niet gelukt. Begin opnieuw.}}',
    de: '{reason, select, unreachable {Der Anmeldedienst Ihrer Einrichtung antwortet nicht. Versuchen Sie es später noch einmal.} taken {Dieses Konto Ihrer Einrichtung öffnet schon ein anderes Tremplin-Konto.} other {Die Anmeldung über Ihre Einrichtung ist nicht gelungen. Beginnen Sie noch einmal.}}',
    en: '{reason, select, unreachable {Your institution’s sign-in service does not answer. Try again later.} taken {This account of your institution opens another Tremplin account already.} other {Signing in with your institution did not work. Start again.}}',
  },
  fields: { reason: shown(() => String, 'What the provider or we did not accept, as a stable word.') },
});

export const OtherBrowserType = problemType(OtherBrowser, {
  description: 'The link in the mail was opened in another browser than the one that was at the provider.',
  texts: {
    fr: 'Ouvrez ce lien dans le navigateur où vous vous êtes identifié auprès de votre établissement.',
    nl: 'Open deze link in de browser waarin u zich bij uw instelling hebt aangemeld.',
    de: 'Öffnen Sie diesen Link in dem Browser, in dem Sie sich bei Ihrer Einrichtung angemeldet haben.',
    en: 'Open this link in the browser in which you signed in at your institution.',
  },
});

defineFaultTexts({
  fr: {
    'provider.issuer': 'Indiquez l’adresse de l’émetteur (issuer), en https, sans « ? » ni « # ».',
    'provider.domain': 'Indiquez un domaine comme exemple.org.',
    'provider.unreachable': 'Rien ne répond à cette adresse, ou elle mène vers un réseau privé que ce serveur n’appelle pas.',
    'provider.answer': 'Ce qui répond à cette adresse n’est pas un fournisseur OpenID Connect de ce nom. Vérifiez l’adresse exacte de l’émetteur.',
    'provider.known': 'Votre organisation utilise déjà ce client de ce fournisseur.',
  },
  nl: {
    'provider.issuer': 'Geef het adres van de issuer op, met https en zonder “?” of “#”.',
    'provider.domain': 'Geef een domein zoals voorbeeld.org op.',
    'provider.unreachable': 'Op dit adres antwoordt niets, of het leidt naar een privénetwerk dat deze server niet aanspreekt.',
    'provider.answer': 'Wat op dit adres antwoordt, is geen OpenID Connect-provider met deze naam. Kijk het exacte adres van de issuer na.',
    'provider.known': 'Uw organisatie gebruikt deze client van deze provider al.',
  },
  de: {
    'provider.issuer': 'Geben Sie die Adresse des Ausstellers (Issuer) an, mit https und ohne „?“ oder „#“.',
    'provider.domain': 'Geben Sie eine Domain wie beispiel.org an.',
    'provider.unreachable': 'Unter dieser Adresse antwortet nichts, oder sie führt in ein privates Netz, das dieser Server nicht anspricht.',
    'provider.answer': 'Was unter dieser Adresse antwortet, ist kein OpenID-Connect-Anbieter dieses Namens. Prüfen Sie die genaue Adresse des Ausstellers.',
    'provider.known': 'Ihre Organisation verwendet diesen Client dieses Anbieters schon.',
  },
  en: {
    'provider.issuer': 'Give the address of the issuer, with https and without "?" or "#".',
    'provider.domain': 'Give a domain such as example.org.',
    'provider.unreachable': 'Nothing answers at this address, or it leads into a private network that this server does not call.',
    'provider.answer': 'What answers at this address is no OpenID Connect provider of this name. Check the exact address of the issuer.',
    'provider.known': 'Your organisation uses this client of this provider already.',
  },
});

@ObjectType('OidcProvider', { description: 'A provider that the sign-in page offers: visit /auth/oidc/start?provider=<id>&returnTo=<path>.' })
export class OidcProviderType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What the button says.' })
  name: string;

  @Field(() => String, { description: 'Whose provider it is.' })
  organisationName: string;
}

@ObjectType('SignInProvider', { description: 'A provider of sign-ins as the managers of its organisation see it.' })
export class SignInProviderType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What the button says.' })
  name: string;

  @Field(() => String, { description: 'Address of the issuer.' })
  issuer: string;

  @Field(() => String, { description: 'Our name at the provider.' })
  clientId: string;

  @Field(() => Boolean, { description: 'Whether a client secret is kept. It is never shown again.' })
  hasSecret: boolean;

  @Field(() => [String], { description: 'Mail domains for which the sign-in page offers it.' })
  domains: string[];

  @Field(() => Boolean, { description: 'Whether it is offered and accepted.' })
  enabled: boolean;

  @Field(() => Int, { description: 'For expectedVersion.' })
  version: number;
}

@ObjectType('SignInProviders', { description: 'The providers of an organisation.' })
export class SignInProvidersType {
  @Field(() => [SignInProviderType], { description: 'By name.' })
  providers: SignInProviderType[];

  @Field(() => String, { description: 'The address that the provider must know as redirect URI.' })
  redirectUri: string;
}

@ObjectType('LinkedIdentity', { description: 'A user of a provider that opens the account.' })
export class LinkedIdentityType {
  @Field(() => ID, { description: 'Its id, to unlink it.' })
  id: string;

  @Field(() => String, { description: 'The provider; empty when it is switched off.' })
  providerName: string;

  @Field(() => String, { description: 'The address or name there.' })
  label: string;

  @Field(() => Date, { description: 'Since when.' })
  linkedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Last sign-in through it.' })
  lastUsedAt: Date | null;
}

@ObjectType('ProviderVisit', { description: 'The browser goes there now.' })
export class ProviderVisitType {
  @Field(() => String, { description: 'The page of the provider.' })
  url: string;
}

@ObjectType('RemovedProvider', { description: 'A provider that opens nothing any more.' })
export class RemovedProviderType {
  @Field(() => ID, { description: 'Which one.' })
  providerId: string;
}

@InputType({ description: 'A provider of sign-ins for an organisation.' })
export class AddSignInProviderInput {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'What the button says.' })
  @MaxLength(200)
  name: string;

  @Field(() => String, { description: 'Address of the issuer, as its discovery document names it.' })
  @MaxLength(500)
  issuer: string;

  @Field(() => String, { description: 'Our name at the provider.' })
  @MaxLength(255)
  clientId: string;

  @Field(() => String, { nullable: true, description: 'The secret that goes with it; left out for public clients.' })
  @IsOptional()
  @MaxLength(1_000)
  clientSecret?: string;

  @Field(() => [String], { nullable: true, description: 'Mail domains for which the sign-in page offers it; by platform admins only.' })
  @IsOptional()
  @ArrayMaxSize(20)
  domains?: string[];
}

@InputType({ description: 'What changes; what is left out stays. Another issuer or client is another provider.' })
export class UpdateSignInProviderInput {
  @Field(() => ID, { description: 'The provider.' })
  @IsUUID()
  providerId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'What the button says.' })
  @IsOptional()
  @MaxLength(200)
  name?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is offered and accepted.' })
  @IsOptional()
  enabled?: boolean;

  @Field(() => String, { nullable: true, description: 'A new secret.' })
  @IsOptional()
  @MaxLength(1_000)
  clientSecret?: string;
}

export const SignInProvidersResult = resultUnion('SignInProvidersResult', 'The providers of an organisation, or why they are not shown.', SignInProvidersType, NotAllowedType, NotFoundType);
export const AddSignInProviderResult = resultUnion('AddSignInProviderResult', 'What became of the provider.', SignInProviderType, InvalidInputType, NotAllowedType, NotFoundType);
export const UpdateSignInProviderResult = resultUnion('UpdateSignInProviderResult', 'What became of the change.', SignInProviderType, InvalidInputType, NotAllowedType, NotFoundType, StaleVersionType);
export const RemoveSignInProviderResult = resultUnion('RemoveSignInProviderResult', 'What became of the provider.', RemovedProviderType, NotAllowedType, NotFoundType, StaleVersionType);
export const LinkSignInProviderResult = resultUnion('LinkSignInProviderResult', 'Where the browser goes, or why not.', ProviderVisitType, ProviderRefusedType, NotFoundType);
export const ConfirmProviderLinkResult = resultUnion('ConfirmProviderLinkResult', 'What became of the confirmation.', SignedInType, LinkExpiredType, OtherBrowserType, ProviderRefusedType, AccountSuspendedType, TooManyAttemptsType);
export const UnlinkIdentityResult = resultUnion('UnlinkIdentityResult', 'What became of the link.', SessionRenewedType, NotFoundType);
