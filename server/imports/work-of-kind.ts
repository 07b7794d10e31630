import type { ImportKind } from '../../shared/imports/kind.ts';
import type { KindWork } from './kind-work.ts';
import { registerWork } from './register-work.ts';
import { delegationRegister, rosterRegister, studyRegister, supervisorRegister } from './store-registers.ts';
import { bankRegister, ledgerRegister } from './store-actuals.ts';
import { learnerWork, teamWork } from './sheet-work.ts';
import { staffWork } from './staff-work.ts';

/** What is done with each kind of file: the one list of kinds that staging, applying and undoing go by. */
export const workOfKind: Readonly<Record<ImportKind, KindWork>> = {
  staff: staffWork,
  teams: teamWork,
  learners: learnerWork,
  supervisors: registerWork(supervisorRegister),
  studies: registerWork(studyRegister),
  delegation: registerWork(delegationRegister),
  'roster-hours': registerWork(rosterRegister),
  'bank-shifts': registerWork(bankRegister),
  ledger: registerWork(ledgerRegister),
};
