import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect, retainSearchParams } from '@tanstack/react-router';
import { speak, speakOfCourses, speakOfOffice, speakOfPorch } from '~/lib/i18n/i18n';
import { isDay } from '~/lib/days';
import { oneOf, optional, pathIn, textIn } from '~/lib/search';
import { signInReasons } from '~/lib/sign-in-reasons';
import { roles } from '~/lib/viewer';
import { loadViewer } from './load-viewer';
import { BrokenPage, StrayPage } from './pages';

/** Before the door and behind it: nobody loads both. */
const porch = (name: keyof typeof import('./porch-routes')) => lazyRouteComponent(() => import('./porch-routes'), name);
const signInPage = (name: keyof typeof import('./sign-in-routes')) => lazyRouteComponent(() => import('./sign-in-routes'), name);

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: StrayPage,
  errorComponent: BrokenPage,
  validateSearch: (raw: Record<string, unknown>) => optional({ centre: textIn(raw, 'centre') }),
  search: { middlewares: [retainSearchParams(['centre'])] },
});

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) => optional({ next: pathIn(raw, 'next'), reason: oneOf(raw, 'reason', signInReasons) }),
  beforeLoad: speakOfPorch,
  component: signInPage('SignInRoute'),
});
const link = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in/link', beforeLoad: speakOfPorch, component: signInPage('LinkRoute') });
const provider = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in/provider', beforeLoad: speakOfPorch, component: signInPage('ProviderRoute') });
const choosePassword = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in/reset', beforeLoad: speakOfPorch, component: porch('ChoosePasswordRoute') });
const confirmAddress = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in/address', beforeLoad: speakOfPorch, component: porch('ConfirmAddressRoute') });
const stopAddress = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in/address-stop', beforeLoad: speakOfPorch, component: porch('StopAddressRoute') });
const askReset = createRoute({ getParentRoute: () => rootRoute, path: '/reset', beforeLoad: speakOfPorch, component: porch('AskResetRoute') });
const invitation = createRoute({ getParentRoute: () => rootRoute, path: '/invitation', beforeLoad: speakOfPorch, component: porch('InvitationRoute') });
const setUp = createRoute({ getParentRoute: () => rootRoute, path: '/set-up', beforeLoad: speakOfPorch, component: porch('SetUpRoute') });
const showcase = createRoute({ getParentRoute: () => rootRoute, path: '/ui', component: lazyRouteComponent(() => import('~/features/showcase/showcase-page')) });

const inside = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const viewer = await loadViewer();
    if (!viewer) throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
    await speak(viewer.language);
    if (viewer.secondFactorDemandedBy.length > 0 && location.pathname !== '/me') throw redirect({ to: '/me', search: { tab: 'security' } });
    return { viewer };
  },
  component: lazyRouteComponent(() => import('./inside'), 'Inside'),
  errorComponent: BrokenPage,
});

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    if (context.viewer.centres.length === 0 && context.viewer.platformAdmin) throw redirect({ to: '/welcome' });
  },
  component: lazyRouteComponent(() => import('~/features/today/today-page')),
});
const welcome = createRoute({
  getParentRoute: () => inside,
  path: '/welcome',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({ step: oneOf(raw, 'step', ['sites', 'rooms', 'closures', 'mail', 'done'] as const) }),
  component: lazyRouteComponent(() => import('~/features/set-up/welcome-page')),
});
const week = createRoute({
  getParentRoute: () => inside,
  path: '/week',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({
    site: textIn(raw, 'site'),
    week: isDay(raw.week) ? raw.week : undefined,
    day: isDay(raw.day) ? raw.day : undefined,
    as: oneOf(raw, 'as', ['list'] as const),
    show: oneOf(raw, 'show', ['rooms', 'people'] as const),
    role: oneOf(raw, 'role', roles),
    do: oneOf(raw, 'do', ['book', 'leave'] as const),
    entry: textIn(raw, 'entry'),
  }),
  component: lazyRouteComponent(() => import('~/features/week/week-page')),
});
const agenda = createRoute({
  getParentRoute: () => inside,
  path: '/agenda',
  beforeLoad: speakOfCourses,
  validateSearch: (raw: Record<string, unknown>) => optional({ as: oneOf(raw, 'as', ['list', 'week'] as const), from: isDay(raw.from) ? raw.from : undefined, do: oneOf(raw, 'do', ['subscribe'] as const) }),
  component: lazyRouteComponent(() => import('~/features/agenda/agenda-page')),
});
const session = createRoute({ getParentRoute: () => inside, path: '/session/$id', beforeLoad: speakOfOffice, component: lazyRouteComponent(() => import('~/features/session/session-page')) });
const reminders = createRoute({ getParentRoute: () => inside, path: '/reminders', beforeLoad: speakOfOffice, validateSearch: (raw: Record<string, unknown>) => optional({ cohort: textIn(raw, 'cohort') }), component: lazyRouteComponent(() => import('~/features/reminders/reminders-page')) });
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({
    q: textIn(raw, 'q'),
    role: oneOf(raw, 'role', roles),
    state: oneOf(raw, 'state', ['invited', 'active', 'suspended', 'ended'] as const),
    person: textIn(raw, 'person'),
    do: oneOf(raw, 'do', ['invite', 'duplicates'] as const),
    after: textIn(raw, 'after'),
  }),
  component: lazyRouteComponent(() => import('~/features/people/people-page')),
});
const cohorts = createRoute({
  getParentRoute: () => inside,
  path: '/cohorts',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({
    q: textIn(raw, 'q'),
    state: oneOf(raw, 'state', ['DRAFT', 'OPEN', 'CONFIRMED', 'RUNNING', 'COMPLETED', 'CANCELLED'] as const),
    do: oneOf(raw, 'do', ['new'] as const),
    after: textIn(raw, 'after'),
  }),
  component: lazyRouteComponent(() => import('~/features/cohorts/cohorts-page')),
});
const cohort = createRoute({
  getParentRoute: () => inside,
  path: '/cohorts/$cohortId',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({ tab: oneOf(raw, 'tab', ['people', 'waiting'] as const), as: oneOf(raw, 'as', ['weeks'] as const), do: oneOf(raw, 'do', ['series'] as const) }),
  component: lazyRouteComponent(() => import('~/features/cohorts/cohort-page')),
});
const registration = createRoute({ getParentRoute: () => inside, path: '/registration', beforeLoad: speakOfOffice, component: lazyRouteComponent(() => import('~/features/registration/registration-page')) });
const peopleImport = createRoute({
  getParentRoute: () => inside,
  path: '/people/import',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({ import: textIn(raw, 'import'), cohort: textIn(raw, 'cohort') }),
  component: lazyRouteComponent(() => import('~/features/people-import/import-page')),
});
const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({ tab: oneOf(raw, 'tab', ['general', 'sites', 'closures', 'travel', 'sharing', 'words', 'integrations'] as const), site: textIn(raw, 'site') }),
  component: lazyRouteComponent(() => import('~/features/organisation/organisation-page')),
});
const operations = createRoute({
  getParentRoute: () => inside,
  path: '/operations',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({ tab: oneOf(raw, 'tab', ['deliveries', 'installation', 'audit'] as const), state: oneOf(raw, 'state', ['failed', 'ambiguous', 'due', 'sent'] as const), after: textIn(raw, 'after') }),
  component: lazyRouteComponent(() => import('~/features/operations/operations-page')),
});
const courses = createRoute({ getParentRoute: () => inside, path: '/courses', beforeLoad: speakOfCourses, component: lazyRouteComponent(() => import('~/features/courses/courses-page')) });
const course = createRoute({ getParentRoute: () => inside, path: '/courses/$courseId', beforeLoad: speakOfCourses, component: lazyRouteComponent(() => import('~/features/courses/course-page')) });
const lesson = createRoute({
  getParentRoute: () => inside,
  path: '/lessons/$lessonId',
  beforeLoad: speakOfCourses,
  validateSearch: (raw: Record<string, unknown>) => optional({ language: textIn(raw, 'language') }),
  component: lazyRouteComponent(() => import('~/features/courses/lesson-page')),
});
const catalogue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalogue',
  beforeLoad: speakOfCourses,
  validateSearch: (raw: Record<string, unknown>) => optional({ q: textIn(raw, 'q'), subject: textIn(raw, 'subject'), level: textIn(raw, 'level') }),
  component: lazyRouteComponent(() => import('~/features/courses/catalogue-page')),
});
const catalogueCourse = createRoute({ getParentRoute: () => rootRoute, path: '/catalogue/$publicId', beforeLoad: speakOfCourses, component: lazyRouteComponent(() => import('~/features/courses/catalogue-course-page')) });
const studio = createRoute({ getParentRoute: () => inside, path: '/studio', beforeLoad: speakOfOffice, component: lazyRouteComponent(() => import('~/features/studio/studio-page')) });
const editor = createRoute({
  getParentRoute: () => inside,
  path: '/studio/$courseId',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({ version: textIn(raw, 'version'), part: textIn(raw, 'part'), language: textIn(raw, 'language') }),
  component: lazyRouteComponent(() => import('~/features/studio/editor-page')),
});
const notices = createRoute({ getParentRoute: () => inside, path: '/notices', component: lazyRouteComponent(() => import('~/features/today/notices-page')) });
const me = createRoute({
  getParentRoute: () => inside,
  path: '/me',
  beforeLoad: speakOfOffice,
  validateSearch: (raw: Record<string, unknown>) => optional({ tab: oneOf(raw, 'tab', ['profile', 'messages', 'availability', 'appearance', 'devices', 'security', 'data'] as const) }),
  component: lazyRouteComponent(() => import('~/features/me/me-page')),
});
/** An address that mails name. */
const partOfMe = (path: '/me/devices' | '/me/messages', tab: 'devices' | 'messages') =>
  createRoute({
    getParentRoute: () => inside,
    path,
    beforeLoad: () => {
      throw redirect({ to: '/me', search: { tab } });
    },
  });

export const routeTree = rootRoute.addChildren([
  catalogue, catalogueCourse, signIn, link, provider, choosePassword, confirmAddress, stopAddress, askReset, invitation, setUp, showcase,
  inside.addChildren([
    today, agenda, session, courses, course, lesson, studio, editor, reminders, welcome, week, cohorts, cohort, registration, people, peopleImport, organisation, operations, notices, me,
    partOfMe('/me/devices', 'devices'), partOfMe('/me/messages', 'messages'),
  ]),
]);
