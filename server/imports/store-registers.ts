import { sql, type RawBuilder } from 'kysely';
import type { Register, RegisterFault } from './store-register-shape.ts';
import { linkSupervised, unlinkSupervised } from './store-supervised.ts';

const none = sql``;

/** Everybody who may supervise; one whom a whole list leaves out is proposed to end. */
export const supervisorRegister: Register = {
  table: 'supervisor',
  fields: [
    ['name', 'name', 'text'],
    ['kind', 'kind', 'text'],
    ['employer', 'employer', 'text'],
    ['letter', 'letter', 'text'],
    ['letter_expires', 'letterExpires', 'date'],
    ['slots', 'slots', 'int'],
    ['active_from', 'activeFrom', 'date'],
    ['active_to', 'activeTo', 'date'],
  ],
  references: [],
  joins: none,
  key: sql`t.name`,
  person: sql`null::text`,
  lookups: () => none,
  ids: [],
  fault: () => sql`case
    when v.kind = 'external' and v.employer is null then 'DISAGREES_WITH_HELD'
    when v.kind = 'internal' and coalesce(v.employer, v.letter, v."letterExpires"::text) is not null
      then 'DISAGREES_WITH_HELD'
    when v."activeTo" < v."activeFrom" then 'DISAGREES_WITH_HELD' end`,
  faults: {
    DISAGREES_WITH_HELD: {
      column: null,
      message:
        'What is held of this supervisor does not go with this row: an employer and a letter are for external ones, and the last day must not lie before the first. Add the missing columns.',
    },
  },
  fallbacks: {},
  span: { from: sql`t.active_from`, to: sql`t.active_to`, toKey: 'activeTo' },
  loose: ['learner'],
  afterApply: linkSupervised,
  beforePutBack: unlinkSupervised,
};

/** The studies of a trust; none is over because a list leaves it out. */
export const studyRegister: Register = {
  table: 'study',
  fields: [
    ['reference', 'reference', 'text'],
    ['title', 'title', 'text'],
    ['status', 'status', 'text'],
    ['study_type', 'studyType', 'text'],
    ['specialty', 'specialty', 'text'],
    ['commercial', 'commercial', 'boolean'],
    ['planned_open', 'plannedOpen', 'date'],
    ['opened_on', 'openedOn', 'date'],
    ['planned_close', 'plannedClose', 'date'],
    ['closed_on', 'closedOn', 'date'],
    ['cpms_id', 'cpmsId', 'text'],
    ['iras_id', 'irasId', 'text'],
    ['edge_id', 'edgeId', 'text'],
    ['sites', 'sites', 'text'],
    ['delegation_log_held', 'delegationLogHeld', 'boolean'],
  ],
  references: [],
  joins: none,
  key: sql`t.reference`,
  person: sql`null::text`,
  lookups: () => none,
  ids: [],
  fault: (trustId) => sql`case
    when (v.status = 'closed') <> (v."closedOn" is not null) or v."closedOn" < v."openedOn"
      or v."plannedClose" < v."plannedOpen" or (v.status = 'in-set-up' and v."openedOn" is not null)
      then 'DISAGREES_WITH_HELD'
    when h.id is not null and exists (select from delegation_entry e
      where e.trust_id = ${trustId} and e.study_id = h.id and (not v."delegationLogHeld"
        or e.started_on < v."openedOn" or e.started_on > v."closedOn")) then 'DISAGREES_WITH_LOG' end`,
  faults: {
    DISAGREES_WITH_HELD: {
      column: null,
      message:
        'The days held of this study do not go with this row: only a closed study has a day on which it closed, and none before it opened. Add the columns for them.',
    },
    DISAGREES_WITH_LOG: {
      column: null,
      message:
        'Its delegation log has entries, so it is held, and nobody on it may start before this opening or after this close. Correct the row or the log.',
    },
  },
  fallbacks: { delegationLogHeld: false },
  span: null,
  loose: [],
};

const unknownEmployee: RegisterFault = {
  column: 'Employee Number',
  message: 'No member of staff has this employee number. Import the staff file first, or correct the number.',
};

function byEmployeeNumber(trustId: string): RawBuilder<unknown> {
  return sql`left join person p on p.trust_id = ${trustId} and p.employee_number = v."employeeNumber"`;
}

/** Who is named on which study; a whole log ends whoever is in a role and not in it. */
export const delegationRegister: Register = {
  table: 'delegation_entry',
  fields: [
    ['role', 'role', 'text'],
    ['started_on', 'startedOn', 'date'],
    ['ended_on', 'endedOn', 'date'],
    ['source', 'source', 'text'],
  ],
  references: [
    { key: 'studyReference', held: sql`s.reference` },
    { key: 'employeeNumber', held: sql`p.employee_number` },
  ],
  joins: sql`join study s on s.trust_id = t.trust_id and s.id = t.study_id
    join person p on p.trust_id = t.trust_id and p.id = t.person_id`,
  key: sql`concat_ws('|', s.reference, p.employee_number, t.role, to_char(t.started_on, 'YYYY-MM-DD'))`,
  person: sql`p.employee_number`,
  lookups: (trustId) => sql`left join study s on s.trust_id = ${trustId} and s.reference = v."studyReference"
    ${byEmployeeNumber(trustId)}`,
  ids: [
    ['study_id', sql`s.id`],
    ['person_id', sql`p.id`],
  ],
  // An entry that the file names too stands as the file has it, and was compared with the others there.
  fault: (trustId, batchId) => sql`case
    when s.id is null then 'UNKNOWN_STUDY'
    when p.id is null then 'UNKNOWN_EMPLOYEE'
    when not s.delegation_log_held then 'LOG_NOT_HELD'
    when v."startedOn" < s.opened_on or v."startedOn" > s.closed_on or v."endedOn" > s.closed_on
      then 'OUTSIDE_STUDY'
    when exists (select from delegation_entry o
      left join import_row named on named.trust_id = ${trustId} and named.batch_id = ${batchId}
        and named.outcome <> 'rejected' and named.entity_key =
          concat_ws('|', s.reference, p.employee_number, o.role, to_char(o.started_on, 'YYYY-MM-DD'))
      where o.trust_id = ${trustId} and o.study_id = s.id and o.person_id = p.id and o.role = v.role
        and named.position is null and o.started_on <= coalesce(v."endedOn", 'infinity')
        and v."startedOn" <= coalesce(o.ended_on, 'infinity')) then 'ENTRY_OVERLAPS' end`,
  faults: {
    UNKNOWN_STUDY: {
      column: 'Study Reference',
      message:
        'No study of the register has this reference. Import the study list first, or correct the reference: capitals count.',
    },
    UNKNOWN_EMPLOYEE: unknownEmployee,
    LOG_NOT_HELD: {
      column: 'Study Reference',
      message:
        'The study is marked as one whose delegation log is not held. Say yes under Delegation Log Held in the study list first.',
    },
    OUTSIDE_STUDY: {
      column: 'Start Date',
      message:
        'The role must start after the study opened, and must neither start nor end after it closed. Correct these days or those of the study.',
    },
    ENTRY_OVERLAPS: {
      column: 'Start Date',
      message:
        'The register has this person in this role on some of these days already, from another first day. Give that first day, or end that entry first.',
    },
  },
  fallbacks: { source: 'Imported delegation log' },
  span: {
    from: sql`t.started_on`,
    // A role ends with its study; on the day of closing it is no longer held.
    to: sql`least(t.ended_on, s.closed_on - 1)`,
    toKey: 'endedOn',
  },
  loose: [],
};

/** The one course a person is on in a week: that which started last, where there are several. */
function learnerIn(trustId: RawBuilder<unknown>, person: RawBuilder<unknown>, week: RawBuilder<unknown>) {
  return sql`(select l.id from learner l where l.trust_id = ${trustId} and l.person_id = ${person}
    and l.ended_at is null and l.started_on <= ${week} + 6
    and coalesce(l.withdrawn_on, l.qualified_on, 'infinity') >= ${week} order by l.started_on desc, l.id limit 1)`;
}

/** Study hours that learners really got, by week, as their roster says. */
export const rosterRegister: Register = {
  table: 'hours_taken',
  fields: [
    ['week', 'week', 'date'],
    ['minutes', 'minutes', 'int'],
    ['source', 'source', 'text'],
  ],
  references: [{ key: 'employeeNumber', held: sql`p.employee_number` }],
  joins: sql`join learner own on own.trust_id = t.trust_id and own.id = t.learner_id
    join person p on p.trust_id = own.trust_id and p.id = own.person_id
      and t.learner_id = ${learnerIn(sql`t.trust_id`, sql`own.person_id`, sql`t.week`)}`,
  key: sql`concat_ws(' ', p.employee_number, to_char(t.week, 'YYYY-MM-DD'))`,
  person: sql`p.employee_number`,
  lookups: (trustId) => sql`${byEmployeeNumber(trustId)}
    left join lateral ${learnerIn(sql`p.trust_id`, sql`p.id`, sql`v.week`)} learning on true`,
  ids: [['learner_id', sql`learning.id`]],
  fault: () =>
    sql`case when p.id is null then 'UNKNOWN_EMPLOYEE' when learning.id is null then 'NOT_A_LEARNER' end`,
  faults: {
    UNKNOWN_EMPLOYEE: unknownEmployee,
    NOT_A_LEARNER: {
      column: 'Employee Number',
      message:
        'This person was on no course in this week by the learner register. Correct the number or the week, or put their dates right first.',
    },
  },
  fallbacks: {},
  span: null,
  loose: [],
};
