import { type SignedIn, type StartedSession, type Visitor } from '@app/identity';
import { isProblem, type Problem, Settings } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Call, giveSession, requestFacts, takeSession } from '../graphql/index.js';
import { sessionTokenOf } from '../http/session-cookie.js';
import { type SignedInType } from './sign-in.types.js';

/** Everything a use case must know about the browser that asks. */
export interface Browser {
  readonly visitor: Visitor;
  /** Token of the session that it holds, complete or not. */
  readonly heldToken?: string;
  readonly requestId: string;
}

/** Between cookies and use cases. */
@Injectable()
export class SessionDoor {
  constructor(private readonly settings: Settings) {}

  browser({ req, requestId }: Pick<Call, 'req' | 'requestId'>): Browser {
    const { ip, userAgent } = requestFacts(req);
    return { visitor: { address: ip, userAgent }, heldToken: sessionTokenOf(req), requestId };
  }

  /** Gives the browser the cookie of a sign-in; a refusal passes unchanged. */
  letIn<P extends Problem>({ reply }: Pick<Call, 'reply'>, answer: SignedIn | P): SignedInType | P {
    if (isProblem(answer)) return answer;
    giveSession(reply, this.settings, answer.session);
    return { secondFactorPending: answer.session.secondFactor === 'pending' };
  }

  /** Gives the browser the new id of the session that it has. */
  renew<P extends Problem>({ reply }: Pick<Call, 'reply'>, session: StartedSession | P): { done: true } | P {
    if (isProblem(session)) return session;
    giveSession(reply, this.settings, session);
    return { done: true };
  }

  leave({ reply }: Pick<Call, 'reply'>): void {
    takeSession(reply, this.settings);
  }
}
