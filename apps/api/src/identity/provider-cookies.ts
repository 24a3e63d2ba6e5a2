import { FLOW_MINUTES } from '@app/identity';
import { type ErrandCookie } from './small-cookies.js';

/** What is under way at a provider; comes back with the browser. Lax: the way back is a link from another site. */
export const FLOW_COOKIE: ErrandCookie = { name: 'tremplin_flow', path: '/auth/oidc', minutes: FLOW_MINUTES };

/** Which browser was at the provider; asked for when the human confirms by mail. */
export const BROWSER_COOKIE: ErrandCookie = { name: 'tremplin_browser', path: '/graphql', minutes: 120 };
