import { type Arrival, ProviderRefused, type StartedFlow, type StartedSession, TooManyAttempts } from '@app/identity';
import { type Log, type Problem, Settings } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type Call } from '../graphql/index.js';
import { LOG } from '../server/log.token.js';
import { BROWSER_COOKIE, FLOW_COOKIE } from './provider-cookies.js';
import { type Browser, SessionDoor } from './session-door.js';
import { setCookie } from './small-cookies.js';

/** Why the sign-in page is shown; it words them. */
type SignInReason = 'account' | 'code' | 'confirm-by-mail' | 'provider' | 'suspended' | 'wait';

/** Where a browser goes after a sign-in by a provider, and with which cookies. */
@Injectable()
export class OidcDoor {
  constructor(
    private readonly settings: Settings,
    private readonly sessions: SessionDoor,
    @Inject(LOG) private readonly log: Log,
  ) {}

  browser(call: Call): Browser {
    return this.sessions.browser(call);
  }

  renewed<P extends Problem>(call: Call, session: StartedSession | P): { done: true } | P {
    return this.sessions.renew(call, session);
  }

  toProvider(reply: FastifyReply, started: StartedFlow): string {
    setCookie(reply, this.settings, FLOW_COOKIE, started.flow);
    return started.url;
  }

  /** Answers the path; the flow is over in any case. */
  home(call: Call, arrival: Arrival): string {
    setCookie(call.reply, this.settings, FLOW_COOKIE, '');
    if (arrival.kind === 'confirm-by-mail') {
      setCookie(call.reply, this.settings, BROWSER_COOKIE, arrival.browserToken);
      return signInPage('confirm-by-mail');
    }
    if (arrival.kind === 'sign-in-first') return signInPage('account', arrival.returnTo);
    if (arrival.kind === 'linked') {
      this.sessions.renew(call, arrival.session);
      return arrival.returnTo;
    }
    const { secondFactorPending } = this.sessions.letIn<never>(call, arrival.signedIn);
    return secondFactorPending ? signInPage('code', arrival.returnTo) : arrival.returnTo;
  }

  refused(call: Call, problem: Problem): string {
    setCookie(call.reply, this.settings, FLOW_COOKIE, '');
    if (problem instanceof ProviderRefused) this.log.warn({ requestId: call.requestId, reason: problem.reason, detail: problem.detail }, 'sign-in by a provider refused');
    if (problem instanceof TooManyAttempts) return signInPage('wait');
    return signInPage(problem.code === 'ACCOUNT_SUSPENDED' ? 'suspended' : 'provider');
  }
}

function signInPage(reason: SignInReason, next?: string): string {
  return `/sign-in?${new URLSearchParams({ reason, ...(next && next !== '/' ? { next } : {}) }).toString()}`;
}
