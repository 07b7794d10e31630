import type { Right } from '../../shared/access/rights.ts';
import { adminRouter } from '../admin/router.ts';
import { backfillRouter } from '../backfill/router.ts';
import { evidenceRouter } from '../evidence/router.ts';
import { budgetRouter } from '../budget/router.ts';
import { fundingRouter } from '../funding/router.ts';
import { catalogueRouter } from '../catalogue/router.ts';
import { importsRouter } from '../imports/router.ts';
import { learnersRouter } from '../learners/router.ts';
import { overviewRouter } from '../overview/router.ts';
import { parametersRouter } from '../parameters/router.ts';
import { pipelineRouter } from '../pipeline/router.ts';
import { releaseRouter } from '../release/router.ts';
import { researchRouter } from '../research/router.ts';
import { sessionRouter } from '../session/router.ts';
import { supervisorsRouter } from '../supervisors/router.ts';
import { trustRouter } from '../trust/router.ts';
import { router } from './procedures.ts';

/** Every procedure of the product, one feature a line. */
export const appRouter = router({
  session: sessionRouter,
  trust: trustRouter,
  overview: overviewRouter,
  release: releaseRouter,
  backfill: backfillRouter,
  learners: learnersRouter,
  pipeline: pipelineRouter,
  parameters: parametersRouter,
  research: researchRouter,
  supervisors: supervisorsRouter,
  funding: fundingRouter,
  budget: budgetRouter,
  evidence: evidenceRouter,
  catalogue: catalogueRouter,
  imports: importsRouter,
  admin: adminRouter,
});

/** The one type that pages import from the server. */
export type AppRouter = typeof appRouter;

type Features = AppRouter['_def']['record'];
type PathsOf<F extends keyof Features> = `${F}.${Extract<keyof Features[F], string>}`;
type ProcedurePath = { [F in keyof Features]: PathsOf<F> }[keyof Features];
type AllListed = [Exclude<ProcedurePath, Right>] extends [never] ? true : Exclude<ProcedurePath, Right>;

/** Does not compile while a procedure has no row in `shared/access/rights.ts`; the error names the missing path. */
export const everyProcedureHasARight: AllListed = true;
