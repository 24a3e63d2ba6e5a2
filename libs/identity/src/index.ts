export { FindActor } from './application/find-actor.js';
export { type StartedSession, StartSession } from './application/start-session.js';
export { type SecondFactorState, type WayIn } from './domain/session.js';
export { type Visitor } from './domain/visitor.js';
export { IdentityModule } from './identity.module.js';
