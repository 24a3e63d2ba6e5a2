import { Clock, SecretBox } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** What must agree when the provider answers. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE. */
  readonly verifier: string;
}

/** A sign-in that is under way at a provider. */
export interface ProviderFlow extends FlowSecrets {
  readonly providerId: string;
  /** A path of ours. */
  readonly returnTo: string;
  /** The person signed in who wants to link the user of the provider to himself; nobody for a sign-in. */
  readonly linkFor?: string;
  /** Token of the invitation that is accepted by this sign-in. */
  readonly invitation?: string;
}

const CONTEXT = 'provider-flow';
export const FLOW_MINUTES = 10;

/**
 * Keeps what is under way in a sealed cookie of the browser that began: no rows for sign-ins that are never finished, and an answer
 * that arrives in another browser belongs to nothing.
 */
@Injectable()
export class ProviderFlows {
  constructor(
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  seal(flow: ProviderFlow): string {
    return this.secrets.seal(CONTEXT, JSON.stringify({ ...flow, begunAt: this.clock.now().getTime() })).toString('base64url');
  }

  /** Undefined for what was not sealed here, was altered, or is older than ten minutes. */
  open(sealed: string | undefined): ProviderFlow | undefined {
    if (!sealed || sealed.length > 4_000) return undefined;
    let text: string;
    try {
      text = this.secrets.open(CONTEXT, Buffer.from(sealed, 'base64url'));
    } catch {
      return undefined;
    }
    const { begunAt, ...flow } = JSON.parse(text) as ProviderFlow & { begunAt: number };
    const age = this.clock.now().getTime() - begunAt;
    return age >= 0 && age < FLOW_MINUTES * 60_000 ? flow : undefined;
  }
}
