export { IdentityModule } from './identity.module.js';
export { CoordinatorsOversee } from './application/coordinators-oversee.js';
export * from './people.index.js';
export * from './sign-in.index.js';
