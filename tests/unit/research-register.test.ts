import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import {
  registerFaults,
  researchRegisterSchema,
  type NewEntry,
  type NewStudy,
} from '../../shared/research/register.ts';

const study: NewStudy = {
  reference: 'S-1',
  title: 'A study',
  specialty: null,
  studyType: 'observational',
  status: 'open',
  plannedClose: null,
  closedOn: null,
  delegationLogHeld: true,
};
const closed: NewStudy = { ...study, status: 'closed', closedOn: asPlainDate('2026-05-01') };
const entry: NewEntry = {
  studyReference: 'S-1',
  employeeNumber: '30100001',
  role: 'pi',
  startedOn: asPlainDate('2025-01-06'),
  endedOn: null,
  source: 'log',
};

describe('a research register', () => {
  it('without a fault has none', () => {
    expect(registerFaults({ studies: [study], entries: [entry] })).toEqual([]);
    expect(registerFaults({ studies: [closed], entries: [entry] })).toEqual([]);
  });

  it.each([
    ['a reference that stands twice', [study, study], [], '/studies/1'],
    ['a closed study without its day', [{ ...closed, closedOn: null }], [], '/studies/0'],
    ['an open study with a closing day', [{ ...closed, status: 'open' as const }], [], '/studies/0'],
    ['an entry of no study', [study], [{ ...entry, studyReference: 'S-2' }], '/entries/0'],
    ['an entry where the log is not held', [{ ...study, delegationLogHeld: false }], [entry], '/entries/0'],
    [
      'a role that ends before it starts',
      [study],
      [{ ...entry, endedOn: asPlainDate('2025-01-05') }],
      '/entries/0',
    ],
    [
      'a role that starts after the close',
      [closed],
      [{ ...entry, startedOn: asPlainDate('2026-05-02') }],
      '/entries/0',
    ],
  ])('says where there is %s', (_what, studies, entries, at) => {
    const faults = registerFaults({ studies, entries });
    expect(faults.map((fault) => fault.at)).toEqual([at]);
  });

  it('never repeats an employee number in what it says', () => {
    const faults = registerFaults({ studies: [study], entries: [{ ...entry, studyReference: 'S-2' }] });
    expect(JSON.stringify(faults)).not.toContain(entry.employeeNumber);
  });

  it('refuses days that do not exist and employee numbers that are not digits', () => {
    const bad = {
      studies: [{ ...study, plannedClose: '2026-02-30' }],
      entries: [{ ...entry, employeeNumber: 'X1' }],
    };
    const parsed = researchRegisterSchema.safeParse(bad);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path.join('/'))).toEqual([
      'studies/0/plannedClose',
      'entries/0/employeeNumber',
    ]);
  });
});
