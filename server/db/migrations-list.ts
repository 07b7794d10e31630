import type { Kysely } from 'kysely';
import { up as trustsAndUsers } from '../../migrations/20261120T0901_trusts_and_users.ts';
import { up as audit } from '../../migrations/20261120T0902_audit.ts';
import { up as staff } from '../../migrations/20261120T0903_staff.ts';
import { up as teams } from '../../migrations/20261120T0904_teams.ts';
import { up as learners } from '../../migrations/20261120T0905_learners.ts';
import { up as studiesAndDelegation } from '../../migrations/20261120T0906_studies_and_delegation.ts';
import { up as imports } from '../../migrations/20261120T0907_imports.ts';
import { up as researchRegister } from '../../migrations/20261121T0931_research_register.ts';
import { up as importUndo } from '../../migrations/20261121T0942_import_undo.ts';
import { up as learnerHistory } from '../../migrations/20261121T0951_learner_history.ts';
import { up as jobs } from '../../migrations/20261121T0957_jobs.ts';
import { up as supervisors } from '../../migrations/20261121T1001_supervisors.ts';

export type Migration = { readonly name: string; readonly up: (db: Kysely<unknown>) => Promise<void> };

/** Every migration, oldest first; a test compares the list with the folder. */
export const migrations: readonly Migration[] = [
  { name: '20261120T0901_trusts_and_users', up: trustsAndUsers },
  { name: '20261120T0902_audit', up: audit },
  { name: '20261120T0903_staff', up: staff },
  { name: '20261120T0904_teams', up: teams },
  { name: '20261120T0905_learners', up: learners },
  { name: '20261120T0906_studies_and_delegation', up: studiesAndDelegation },
  { name: '20261120T0907_imports', up: imports },
  { name: '20261121T0931_research_register', up: researchRegister },
  { name: '20261121T0942_import_undo', up: importUndo },
  { name: '20261121T0951_learner_history', up: learnerHistory },
  { name: '20261121T0957_jobs', up: jobs },
  { name: '20261121T1001_supervisors', up: supervisors },
];
