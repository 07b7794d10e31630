import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { calendarFile, escapeText, foldLine } from '../../shared/learners/calendar-file.ts';
import { deadlinesOf, type DeadlineRegister } from '../../shared/learners/deadlines.ts';
import type { Supervisor } from '../../shared/learners/supervisor.ts';
import { deadlinesInWords, whenInWords } from '../../client/learners/deadline-words.ts';
import { learner } from '../support/learners.ts';

const day = asPlainDate;
const today = day('2026-11-20');
const signed = new Map([['learner-1', { managerSignedOn: day('2026-06-01') }]]);

function deadlines(change: Partial<DeadlineRegister> = {}) {
  return deadlinesOf({
    learners: [],
    agreements: new Map(),
    readiness: new Map(),
    trainingMonths: 24,
    supervisors: [],
    dates: [],
    openMoves: [],
    today,
    ...change,
  });
}

const short = (list: ReturnType<typeof deadlines>) => list.map(({ kind, on }) => `${kind} ${on}`);

const supervisor: Supervisor = {
  id: 'supervisor-1',
  name: 'Dr Example',
  kind: 'external',
  employer: 'University',
  letter: 'letter-of-access',
  termSlots: { autumn: null, spring: null, summer: null },
  letterExpires: day('2027-01-31'),
  slots: 2,
  activeFrom: day('2025-01-01'),
  activeTo: null,
  version: 1,
};

describe('deadlines', () => {
  it('of an empty register are the end of the financial year alone', () => {
    expect(deadlines()).toMatchObject([
      { kind: 'year-end', on: '2027-03-31', owner: 'Finance', learnerId: null },
    ]);
  });

  it('on the way to a course are those of the status, the supervisor by the third month before', () => {
    const planned = { startedOn: null, intakeMonth: '2027-09' } as const;
    const of = (status: 'interested' | 'applied' | 'offered' | 'funded') =>
      short(deadlines({ learners: [learner({ ...planned, status } as never)] }));
    expect(of('interested')).toEqual(['year-end 2027-03-31']);
    expect(of('applied')).toEqual(['year-end 2027-03-31', 'supervisor 2027-06-30', 'offer 2027-09-01']);
    expect(of('offered')).toEqual([
      'year-end 2027-03-31',
      'supervisor 2027-06-30',
      'bursary 2027-09-01',
      'signature 2027-09-01',
    ]);
    expect(of('funded')).toEqual(['year-end 2027-03-31', 'supervisor 2027-06-30', 'signature 2027-09-01']);
  });

  it('that have passed stand in front, and what is done is none', () => {
    expect(short(deadlines({ learners: [learner()] }))).toEqual([
      'signature 2026-09-28',
      'year-end 2027-03-31',
    ]);
    expect(short(deadlines({ learners: [learner()], agreements: signed }))).toEqual(['year-end 2027-03-31']);
    const over = [learner({ status: 'withdrawn' }), learner({ status: 'qualified' })];
    expect(short(deadlines({ learners: over }))).toEqual(['year-end 2027-03-31']);
  });

  it('are the expected return, typed days not yet kept, letters, training and moves to decide', () => {
    const away = learner({ status: 'interrupted', returnsOn: day('2027-05-03') });
    const date = {
      learnerId: 'learner-1',
      kind: 'hand-in',
      dueOn: day('2026-12-11'),
      note: null,
      version: 1,
    } as const;
    const list = deadlines({
      learners: [away],
      agreements: signed,
      dates: [
        { ...date, id: 'open', doneOn: null },
        { ...date, id: 'kept', doneOn: today },
      ],
      supervisors: [supervisor, { ...supervisor, id: 'gone', activeTo: day('2026-01-01') }],
      readiness: new Map([
        [
          'person-1',
          {
            personId: 'person-1',
            assessedRoute: null,
            trainingOn: day('2025-02-10'),
            trainingVersion: null,
            signedOffOn: null,
            timeAgreedOn: null,
            weeklyMinutes: null,
            version: 1,
          },
        ],
      ]),
      openMoves: [{ learnerId: 'learner-1', on: day('2026-11-01') }],
    });
    expect(short(list)).toEqual([
      'move 2026-11-01',
      'hand-in 2026-12-11',
      'letter 2027-01-31',
      'training 2027-02-10',
      'year-end 2027-03-31',
      'return 2027-05-03',
    ]);
    expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
    const words = list.map((one) => ({ ...one, who: null }));
    expect(deadlinesInWords(words, today)).toBe('1 overdue, 1 within 30 days, 6 deadlines in all.');
  });

  it('are said in days from today', () => {
    expect([whenInWords(today, today), whenInWords(day('2026-11-19'), today)]).toEqual([
      'today',
      '1 day overdue',
    ]);
    expect(whenInWords(day('2026-12-02'), today)).toBe('in 12 days');
  });
});

describe('a calendar file', () => {
  const entry = {
    uid: 'date-1@protected-time',
    on: day('2026-12-31'),
    summary: 'Hand-in; module 1, part 2 \\ draft',
    description: 'For: Learner\nand supervisor',
    url: 'https://planning.example/learners/1',
  };

  it('holds whole days that end the day after, over the end of a year too', () => {
    const text = calendarFile('Deadlines', [entry], '2026-11-20T09:30:15.123Z');
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(text).toContain('DTSTAMP:20261120T093015Z\r\n');
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(text).not.toMatch(/VTIMEZONE|[^\r]\n/);
  });

  it('escapes what has a meaning of its own', () => {
    expect(escapeText(entry.summary)).toBe('Hand-in\\; module 1\\, part 2 \\\\ draft');
    expect(escapeText(entry.description)).toBe('For: Learner\\nand supervisor');
  });

  it('folds lines at 75 bytes without cutting a character, and nothing is lost', () => {
    const line = `SUMMARY:${'Manager’s 你好 😀 '.repeat(20)}`;
    const folded = foldLine(line);
    for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
  });
});
