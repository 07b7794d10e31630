import { sql } from 'kysely';
import type { Register } from './store-register-shape.ts';

const none = sql``;

/** What both have: rows that refer to nothing, are never ended by a file, and cannot disagree with what is held. */
const plain = {
  references: [],
  joins: none,
  person: sql`null::text`,
  lookups: () => none,
  ids: [],
  fault: () => sql`null::text`,
  faults: {},
  fallbacks: {},
  span: null,
  loose: [],
} as const;

/** Bank shifts by their booking. A unit that is no team's is held all the same: its pounds are shown apart. */
export const bankRegister: Register = {
  ...plain,
  table: 'bank_shift',
  fields: [
    ['reference', 'reference', 'text'],
    ['unit', 'unit', 'text'],
    ['worked_on', 'date', 'date'],
    ['band', 'band', 'text'],
    ['minutes', 'minutes', 'int'],
    ['asked_minutes', 'askedMinutes', 'int'],
    ['cost_pence', 'costPence', 'int'],
    ['reason', 'reason', 'text'],
  ],
  key: sql`t.reference`,
};

/** Ledger lines by journal and line. */
export const ledgerRegister: Register = {
  ...plain,
  table: 'ledger_line',
  fields: [
    ['journal_reference', 'journalReference', 'text'],
    ['line', 'line', 'int'],
    ['period', 'period', 'text'],
    ['cost_centre', 'costCentre', 'text'],
    ['subjective_code', 'subjectiveCode', 'text'],
    ['analysis_code', 'analysisCode', 'text'],
    ['description', 'description', 'text'],
    ['pence', 'pence', 'int'],
  ],
  key: sql`concat_ws(' ', t.journal_reference, t.line)`,
};
