import type {
  AuditEntryTable,
  AuditHeadTable,
  MembershipTable,
  SessionTable,
  TrustTable,
  UserAccountTable,
} from './schema-house.ts';
import type {
  EvidenceConfirmationTable,
  EvidenceFrameworkTable,
  EvidenceMeasureTable,
  EvidencePackTable,
  EvidenceStatementTable,
} from './schema-evidence.ts';
import type { BursaryRoundTable, FundingAwardTable, FundingSourceTable } from './schema-funding.ts';
import type { BankSupplyTable, CoverPolicyTable, RosterPeriodTable } from './schema-cover.ts';
import type {
  NetworkContactTable,
  OwnCredentialTable,
  PersonCredentialTable,
  RouteAwardTable,
  ProgrammeFeeTable,
  ProgrammeModuleTable,
  ProgrammeTermsTable,
} from './schema-catalogue.ts';
import type {
  ImportAppliedTable,
  ImportBatchTable,
  ImportFileTable,
  ImportProfileTable,
  ImportRowTable,
  JobTable,
  JobTicketTable,
} from './schema-imports.ts';
import type { ParameterOverrideTable } from './schema-parameters.ts';
import type { BankShiftTable, CentreBudgetTable, LedgerCodeTable, LedgerLineTable } from './schema-ledger.ts';
import type {
  AssignmentTable,
  HoursTakenTable,
  LearnerAgreementTable,
  LearnerDateTable,
  LearnerEventTable,
  LearnerTable,
  MoverTaskTable,
  PersonTable,
  ReadinessTable,
  RegisterChangeTable,
  SupervisorTable,
  TeamSourceTable,
  TeamTable,
} from './schema-register.ts';

import type {
  DelegationEntryTable,
  ResearchSettingTable,
  StudyRecruitmentTable,
  StudyTable,
} from './schema-research.ts';

/** Tables that belong to no single trust: they are read before a trust is known, or say which trusts there are. */
export interface SystemTables {
  trust: TrustTable;
  user_account: UserAccountTable;
  membership: MembershipTable;
  session: SessionTable;
  job_ticket: JobTicketTable;
}

/** Every table, as the migrations make it. Row types do not leave the stores and reads. */
export interface Tables extends SystemTables {
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
  person: PersonTable;
  assignment: AssignmentTable;
  team: TeamTable;
  team_source: TeamSourceTable;
  learner: LearnerTable;
  learner_event: LearnerEventTable;
  learner_agreement: LearnerAgreementTable;
  readiness: ReadinessTable;
  hours_taken: HoursTakenTable;
  learner_date: LearnerDateTable;
  mover_task: MoverTaskTable;
  study: StudyTable;
  delegation_entry: DelegationEntryTable;
  register_change: RegisterChangeTable;
  study_recruitment: StudyRecruitmentTable;
  research_setting: ResearchSettingTable;
  supervisor: SupervisorTable;
  parameter_override: ParameterOverrideTable;
  cover_policy: CoverPolicyTable;
  roster_period: RosterPeriodTable;
  bank_supply: BankSupplyTable;
  funding_source: FundingSourceTable;
  funding_award: FundingAwardTable;
  bursary_round: BursaryRoundTable;
  ledger_code: LedgerCodeTable;
  centre_budget: CentreBudgetTable;
  bank_shift: BankShiftTable;
  ledger_line: LedgerLineTable;
  evidence_framework: EvidenceFrameworkTable;
  evidence_statement: EvidenceStatementTable;
  evidence_measure: EvidenceMeasureTable;
  evidence_pack: EvidencePackTable;
  evidence_confirmation: EvidenceConfirmationTable;
  programme_terms: ProgrammeTermsTable;
  programme_module: ProgrammeModuleTable;
  programme_fee: ProgrammeFeeTable;
  network_contact: NetworkContactTable;
  own_credential: OwnCredentialTable;
  person_credential: PersonCredentialTable;
  route_award: RouteAwardTable;
  import_batch: ImportBatchTable;
  import_row: ImportRowTable;
  import_applied: ImportAppliedTable;
  import_file: ImportFileTable;
  import_profile: ImportProfileTable;
  job: JobTable;
}
