import type {
  AuditEntryTable,
  AuditHeadTable,
  MembershipTable,
  SessionTable,
  TrustTable,
  UserAccountTable,
} from './schema-house.ts';
import type {
  ImportAppliedTable,
  ImportBatchTable,
  ImportFileTable,
  ImportRowTable,
  JobTable,
  JobTicketTable,
} from './schema-imports.ts';
import type {
  AssignmentTable,
  DelegationEntryTable,
  LearnerAgreementTable,
  LearnerEventTable,
  LearnerTable,
  PersonTable,
  ReadinessTable,
  RegisterChangeTable,
  StudyTable,
  SupervisorTable,
  TeamSourceTable,
  TeamTable,
} from './schema-register.ts';

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
  study: StudyTable;
  delegation_entry: DelegationEntryTable;
  register_change: RegisterChangeTable;
  supervisor: SupervisorTable;
  import_batch: ImportBatchTable;
  import_row: ImportRowTable;
  import_applied: ImportAppliedTable;
  import_file: ImportFileTable;
  job: JobTable;
}
