import type { BankShiftRow } from './bank-columns.ts';
import { bankRules } from './bank-rules.ts';
import type { Columns } from './columns.ts';
import type { DelegationRow } from './delegation-columns.ts';
import { delegationRules } from './delegation-rules.ts';
import type { ImportKind, KindRules } from './kind.ts';
import type { LedgerRow } from './ledger-columns.ts';
import { ledgerRules } from './ledger-rules.ts';
import { learnerRules, type LearnerRow } from './learner-rules.ts';
import type { RosterRow } from './roster-columns.ts';
import { rosterRules } from './roster-rules.ts';
import type { StaffRow } from './staff-columns.ts';
import { staffRules } from './staff-rules.ts';
import type { StudyRow } from './study-columns.ts';
import { studyRules } from './study-rules.ts';
import type { SupervisorRow } from './supervisor-columns.ts';
import { supervisorRules } from './supervisor-rules.ts';
import { teamRules, type TeamRow } from './team-rules.ts';

/** A checked row of any kind of file. */
export type AnyRow =
  | StaffRow
  | TeamRow
  | LearnerRow
  | SupervisorRow
  | StudyRow
  | DelegationRow
  | RosterRow
  | BankShiftRow
  | LedgerRow;

export type AnyRules = KindRules<Columns, AnyRow>;

/** Forgets which columns rules are for. Rules are only ever given cells that their own columns read. */
function anyRules<C extends Columns, Row extends AnyRow>(rules: KindRules<C, Row>): AnyRules {
  return rules as unknown as AnyRules;
}

/** How each kind of file is checked: the one list of kinds that reading goes by. */
export const rulesByKind: Readonly<Record<ImportKind, AnyRules>> = {
  staff: anyRules(staffRules),
  teams: anyRules(teamRules),
  learners: anyRules(learnerRules),
  supervisors: anyRules(supervisorRules),
  studies: anyRules(studyRules),
  delegation: anyRules(delegationRules),
  'roster-hours': anyRules(rosterRules),
  'bank-shifts': anyRules(bankRules),
  ledger: anyRules(ledgerRules),
};
