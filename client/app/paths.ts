/**
 * Every address of the product, once. `<Link to={paths.team} params={{ teamId }}>`: the router's types check the
 * parameters and the search of each. An address never changes its meaning: a link in a board paper must still open.
 */
export const paths = {
  overview: '/',
  release: '/release',
  team: '/release/$teamId',
  backfill: '/backfill',
  budget: '/budget',
  pipeline: '/pipeline',
  learners: '/learners',
  learner: '/learners/$learnerId',
  supervisors: '/supervisors',
  research: '/research',
  researchPeople: '/research/people',
  study: '/research/$studyId',
  bursaries: '/bursaries',
  evidence: '/evidence',
  evidencePack: '/evidence/$packId',
  assumptions: '/assumptions',
  catalogue: '/catalogue',
  imports: '/imports',
  replaceWithOurData: '/replace-with-our-data',
  signIn: '/sign-in',
  admin: '/admin',
} as const;
