import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { adminSearch } from '../admin/search.ts';
import { catalogueSearch } from '../catalogue/search.ts';
import { backfillSearch } from '../backfill/search.ts';
import { budgetSearch } from '../budget/search.ts';
import { evidenceSearch } from '../evidence/search.ts';
import { importsSearch } from '../imports/search.ts';
import { fundingSearch } from '../funding/search.ts';
import { registerSearch } from '../learners/search.ts';
import { assumptionsSearch } from '../parameters/search.ts';
import { pipelineSearch } from '../pipeline/search.ts';
import { gridSearch, teamSearch } from '../release/search.ts';
import { peopleSearch } from '../research/people-search.ts';
import { researchSearch } from '../research/search.ts';
import { signInSearch } from '../sign-in/search.ts';
import { codeOf } from './error-text.ts';
import { NotFoundPage, PageError, PagePending, ShellError } from './PageStates.tsx';
import { paths } from './paths.ts';
import { queryClient } from './query-client.ts';
import { searchOf } from './search.ts';
import { Root } from './Root.tsx';
import { ownStart } from './session.ts';
import { Shell } from './Shell.tsx';
import { trpc } from './trpc.ts';

type RouterContext = { readonly queryClient: QueryClient };

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** `text` 960, `data` 1440 (left out), `grid` 1920 pixels at most. */
    readonly width?: 'text' | 'data' | 'grid';
  }
  interface Register {
    router: typeof router;
  }
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ShellError,
});

/** Everything behind sign-in. Who is not signed in is sent there, and comes back to the address they wanted. */
const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: Shell,
  errorComponent: ShellError,
  beforeLoad: async ({ context, location }) => {
    try {
      // The trust's own values: every page's sums rest on them.
      await Promise.all([
        context.queryClient.ensureQueryData(trpc.session.current.queryOptions()),
        context.queryClient.ensureQueryData(trpc.parameters.inUse.queryOptions()),
      ]);
    } catch (error) {
      if (codeOf(error) !== 'not-signed-in') throw error;
      redirect({ to: paths.signIn, search: { to: location.href }, throw: true });
    }
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  component: lazyRouteComponent(() => import('../sign-in/SignInPage.tsx'), 'SignInPage'),
  ...searchOf(signInSearch.fields, signInSearch.defaults),
});

const overview = createRoute({
  getParentRoute: () => house,
  path: paths.overview,
  beforeLoad: async ({ context }) => {
    const start = ownStart(await context.queryClient.ensureQueryData(trpc.session.current.queryOptions()));
    if (start !== null) redirect({ ...start, throw: true });
  },
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.overview.summary.queryOptions()),
  component: lazyRouteComponent(() => import('../overview/OverviewPage.tsx'), 'OverviewPage'),
});

const release = createRoute({
  getParentRoute: () => house,
  path: paths.release,
  component: lazyRouteComponent(() => import('../release/ReleasePage.tsx'), 'ReleasePage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.release.grid.queryOptions({})),
  staticData: { width: 'grid' },
  ...searchOf(gridSearch.fields, gridSearch.defaults),
});

const team = createRoute({
  getParentRoute: () => house,
  path: paths.team,
  component: lazyRouteComponent(() => import('../release/TeamPage.tsx'), 'TeamPage'),
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(trpc.release.team.queryOptions({ teamId: params.teamId })),
  ...searchOf(teamSearch.fields, teamSearch.defaults),
});

const backfill = createRoute({
  getParentRoute: () => house,
  path: paths.backfill,
  component: lazyRouteComponent(() => import('../backfill/BackfillPage.tsx'), 'BackfillPage'),
  ...searchOf(backfillSearch.fields, backfillSearch.defaults),
});

const budget = createRoute({
  getParentRoute: () => house,
  path: paths.budget,
  component: lazyRouteComponent(() => import('../budget/BudgetPage.tsx'), 'BudgetPage'),
  ...searchOf(budgetSearch.fields, budgetSearch.defaults),
});

const pipeline = createRoute({
  getParentRoute: () => house,
  path: paths.pipeline,
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.pipeline.inputs.queryOptions()),
  component: lazyRouteComponent(() => import('../pipeline/PipelinePage.tsx'), 'PipelinePage'),
  ...searchOf(pipelineSearch.fields, pipelineSearch.defaults),
});

const research = createRoute({
  getParentRoute: () => house,
  path: paths.research,
  component: lazyRouteComponent(() => import('../research/ResearchPage.tsx'), 'ResearchPage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.research.summary.queryOptions()),
  ...searchOf(researchSearch.fields, researchSearch.defaults),
});

const researchPeople = createRoute({
  getParentRoute: () => house,
  path: paths.researchPeople,
  component: lazyRouteComponent(() => import('../research/PeoplePage.tsx'), 'PeoplePage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.research.people.queryOptions()),
  ...searchOf(peopleSearch.fields, peopleSearch.defaults),
});

const study = createRoute({
  getParentRoute: () => house,
  path: paths.study,
  component: lazyRouteComponent(() => import('../research/StudyPage.tsx'), 'StudyPage'),
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(trpc.research.study.queryOptions({ studyId: params.studyId })),
});

const learners = createRoute({
  getParentRoute: () => house,
  path: paths.learners,
  component: lazyRouteComponent(() => import('../learners/LearnersPage.tsx'), 'LearnersPage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.learners.register.queryOptions()),
  staticData: { width: 'grid' },
  ...searchOf(registerSearch.fields, registerSearch.defaults),
});

const learner = createRoute({
  getParentRoute: () => house,
  path: paths.learner,
  component: lazyRouteComponent(() => import('../learners/LearnerPage.tsx'), 'LearnerPage'),
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(trpc.learners.show.queryOptions({ learnerId: params.learnerId })),
});

const supervisors = createRoute({
  getParentRoute: () => house,
  path: paths.supervisors,
  component: lazyRouteComponent(() => import('../supervisors/SupervisorsPage.tsx'), 'SupervisorsPage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.supervisors.list.queryOptions()),
});

const bursaries = createRoute({
  getParentRoute: () => house,
  path: paths.bursaries,
  component: lazyRouteComponent(() => import('../funding/BursariesPage.tsx'), 'BursariesPage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.funding.show.queryOptions()),
  ...searchOf(fundingSearch.fields, fundingSearch.defaults),
});

const assumptions = createRoute({
  getParentRoute: () => house,
  path: paths.assumptions,
  component: lazyRouteComponent(() => import('../parameters/AssumptionsPage.tsx'), 'AssumptionsPage'),
  loader: ({ context }) =>
    Promise.all([
      context.queryClient.ensureQueryData(trpc.parameters.own.queryOptions()),
      context.queryClient.ensureQueryData(trpc.parameters.payCodes.queryOptions()),
    ]),
  ...searchOf(assumptionsSearch.fields, assumptionsSearch.defaults),
});

const catalogue = createRoute({
  getParentRoute: () => house,
  path: paths.catalogue,
  component: lazyRouteComponent(() => import('../catalogue/CataloguePage.tsx'), 'CataloguePage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.catalogue.show.queryOptions()),
  staticData: { width: 'grid' },
  ...searchOf(catalogueSearch.fields, catalogueSearch.defaults),
});

const evidence = createRoute({
  getParentRoute: () => house,
  path: paths.evidence,
  component: lazyRouteComponent(() => import('../evidence/EvidencePage.tsx'), 'EvidencePage'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.evidence.show.queryOptions()),
  ...searchOf(evidenceSearch.fields, evidenceSearch.defaults),
});

const evidencePack = createRoute({
  getParentRoute: () => house,
  path: paths.evidencePack,
  component: lazyRouteComponent(() => import('../evidence/PackPage.tsx'), 'PackPage'),
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(trpc.evidence.pack.queryOptions({ id: params.packId })),
});

const imports = createRoute({
  getParentRoute: () => house,
  path: paths.imports,
  component: lazyRouteComponent(() => import('../imports/ImportsPage.tsx'), 'ImportsPage'),
  ...searchOf(importsSearch.fields, importsSearch.defaults),
});

const replaceWithOurData = createRoute({
  getParentRoute: () => house,
  path: paths.replaceWithOurData,
  component: lazyRouteComponent(
    () => import('../trust/ReplaceWithOurDataPage.tsx'),
    'ReplaceWithOurDataPage',
  ),
  staticData: { width: 'text' },
});

/** Shown to the administrator alone; the server refuses the others whatever the page shows. */
const admin = createRoute({
  getParentRoute: () => house,
  path: paths.admin,
  component: lazyRouteComponent(() => import('../admin/AdminPage.tsx'), 'AdminPage'),
  ...searchOf(adminSearch.fields, adminSearch.defaults),
});

const routeTree = root.addChildren([
  signIn,
  house.addChildren([
    overview,
    release,
    team,
    backfill,
    budget,
    pipeline,
    learners,
    learner,
    research,
    researchPeople,
    study,
    supervisors,
    bursaries,
    assumptions,
    catalogue,
    evidence,
    evidencePack,
    imports,
    replaceWithOurData,
    admin,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});
