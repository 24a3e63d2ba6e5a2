/** The six roles of a membership (DOMAIN.md). */
export const roles = ['learner', 'trainer', 'expert', 'coordinator', 'manager', 'observer'] as const;
export type Role = (typeof roles)[number];

/** Languages of the interface and of messages. */
export const languages = ['fr', 'nl', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

export interface Membership {
  readonly organisationId: string;
  readonly role: Role;
}

export type ActorKind = 'anonymous' | 'person' | 'service' | 'system';

interface ActorFacts {
  readonly kind: ActorKind;
  readonly personId?: string;
  readonly memberships?: readonly Membership[];
  readonly platformAdmin?: boolean;
  readonly language?: Language;
  readonly sessionId?: string;
  /** The rights behind the session were changed by somebody else: the transport gives it a new id (RenewSession). */
  readonly renewalDue?: boolean;
  /** Correlates log lines, change rows and audit rows of one request or job. */
  readonly requestId?: string;
  /** Scopes of an API key; undefined for people and the system, who are not limited by scopes. */
  readonly scopes?: readonly string[];
  /** What a background job may see: it acts for one organisation, never for all. */
  readonly actsFor?: string;
}

/** Who asks: a person signed in, a service account, a background job of one organisation, or nobody. Immutable. */
export class Actor {
  readonly kind: ActorKind;
  readonly personId?: string;
  readonly memberships: readonly Membership[];
  readonly platformAdmin: boolean;
  readonly language: Language;
  readonly sessionId?: string;
  readonly renewalDue: boolean;
  readonly requestId?: string;
  readonly scopes?: readonly string[];
  /** Organisations whose rows the database may show to this actor. */
  readonly organisationIds: readonly string[];

  private constructor(facts: ActorFacts) {
    this.kind = facts.kind;
    this.personId = facts.personId;
    this.memberships = facts.memberships ?? [];
    this.platformAdmin = facts.platformAdmin ?? false;
    this.language = facts.language ?? 'en';
    this.sessionId = facts.sessionId;
    this.renewalDue = facts.renewalDue ?? false;
    this.requestId = facts.requestId;
    this.scopes = facts.scopes;
    const own = this.memberships.map((membership) => membership.organisationId);
    this.organisationIds = [...new Set(facts.actsFor ? [facts.actsFor] : own)].sort();
  }

  static anonymous(facts: Pick<ActorFacts, 'language' | 'requestId'> = {}): Actor {
    return new Actor({ ...facts, kind: 'anonymous' });
  }

  static person(facts: Omit<ActorFacts, 'kind' | 'actsFor'> & { readonly personId: string }): Actor {
    return new Actor({ ...facts, kind: 'person' });
  }

  static service(facts: Omit<ActorFacts, 'kind' | 'actsFor'>): Actor {
    return new Actor({ ...facts, kind: 'service' });
  }

  /** A background job that works for one organisation; without one it sees no tenant row at all. */
  static system(organisationId?: string, facts: Pick<ActorFacts, 'requestId' | 'language'> = {}): Actor {
    return new Actor({ ...facts, kind: 'system', actsFor: organisationId });
  }

  /** True for a member with one of the roles in this organisation; with no role named, for any member. */
  isMemberOf(organisationId: string, ...anyOf: readonly Role[]): boolean {
    return this.memberships.some((m) => m.organisationId === organisationId && (anyOf.length === 0 || anyOf.includes(m.role)));
  }

  rolesIn(organisationId: string): readonly Role[] {
    return this.memberships.filter((m) => m.organisationId === organisationId).map((m) => m.role);
  }

  /** The job that acts for this organisation: no person stands behind it, and policies let it do what its code says. */
  isSystemFor(organisationId: string): boolean {
    return this.kind === 'system' && this.organisationIds.includes(organisationId);
  }
}
