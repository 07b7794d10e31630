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
import { up as hoursTaken } from '../../migrations/20261121T1005_hours_taken.ts';
import { up as importProfiles } from '../../migrations/20261121T1010_import_profiles.ts';
import { up as parameterOverrides } from '../../migrations/20261121T1015_parameter_overrides.ts';
import { up as learnerDatesAndMovers } from '../../migrations/20261121T1105_learner_dates_and_movers.ts';
import { up as membershipScope } from '../../migrations/20261121T1315_membership_scope.ts';
import { up as importKinds } from '../../migrations/20261121T1410_import_kinds.ts';
import { up as supervisorTerms } from '../../migrations/20261121T1420_supervisor_terms.ts';
import { up as coverPolicy } from '../../migrations/20261121T1510_cover_policy.ts';
import { up as funding } from '../../migrations/20261121T1515_funding.ts';
import { up as ledger } from '../../migrations/20261121T1520_ledger.ts';
import { up as recruitment } from '../../migrations/20261121T1530_recruitment.ts';
import { up as evidence } from '../../migrations/20261121T1535_evidence.ts';
import { up as evidenceConfirmation } from '../../migrations/20261121T1610_evidence_confirmation.ts';
import { up as actuals } from '../../migrations/20261121T1540_actuals.ts';
import { up as catalogue } from '../../migrations/20261121T1545_catalogue.ts';
import { up as routeAward } from '../../migrations/20261121T1600_route_award.ts';
import { up as incrementDate } from '../../migrations/20261121T1620_increment_date.ts';
import { up as coverTerms } from '../../migrations/20261121T1640_cover_terms.ts';

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
  { name: '20261121T1005_hours_taken', up: hoursTaken },
  { name: '20261121T1010_import_profiles', up: importProfiles },
  { name: '20261121T1015_parameter_overrides', up: parameterOverrides },
  { name: '20261121T1105_learner_dates_and_movers', up: learnerDatesAndMovers },
  { name: '20261121T1315_membership_scope', up: membershipScope },
  { name: '20261121T1410_import_kinds', up: importKinds },
  { name: '20261121T1420_supervisor_terms', up: supervisorTerms },
  { name: '20261121T1510_cover_policy', up: coverPolicy },
  { name: '20261121T1515_funding', up: funding },
  { name: '20261121T1520_ledger', up: ledger },
  { name: '20261121T1530_recruitment', up: recruitment },
  { name: '20261121T1535_evidence', up: evidence },
  { name: '20261121T1540_actuals', up: actuals },
  { name: '20261121T1545_catalogue', up: catalogue },
  { name: '20261121T1600_route_award', up: routeAward },
  { name: '20261121T1610_evidence_confirmation', up: evidenceConfirmation },
  { name: '20261121T1620_increment_date', up: incrementDate },
  { name: '20261121T1640_cover_terms', up: coverTerms },
];
