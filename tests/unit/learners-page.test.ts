import type { AgreedTerms } from '../../shared/learners/learner.ts';
import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { textOrNull, withDay } from '../../client/learners/agreement-draft.ts';
import {
  countsByState,
  filtersSet,
  fundingName,
  linesShown,
  missingInWords,
  registerInWords,
  teamsOf,
  type RegisterLine,
} from '../../client/learners/register-view.ts';
import { readyInWords as readyOnOverview } from '../../client/overview/overview-model.ts';
import { readyInWords } from '../../client/pipeline/pipeline-model.ts';
import { registerSearch } from '../../client/learners/search.ts';

function line(change: Partial<RegisterLine> = {}): RegisterLine {
  return {
    id: 'a',
    personId: 'ann',
    name: 'Alex Example',
    teamId: 'team-1',
    team: 'Ward 7',
    programme: 'Postgraduate Certificate, University of Exeter',
    university: 'exeter',
    stage: 'pgcert',
    intakeMonth: asMonth('2026-09'),
    state: 'enrolled',
    since: asPlainDate('2026-09-28'),
    weeklyMinutes: 450,
    hoursKnown: true,
    fundingSource: null,
    supervisor: null,
    missing: [],
    ...change,
  };
}

const { defaults } = registerSearch;
const lines = [
  line(),
  line({ id: 'b', university: 'kings', state: 'ready', intakeMonth: asMonth('2025-09') }),
  line({ id: 'c', personId: 'cem', teamId: null, team: null, missing: ['hours', 'supervisor'] }),
];

describe('the register on its page', () => {
  it('counts each line in one state, in the order of the lifecycle', () => {
    expect(countsByState(lines)).toEqual([
      { state: 'enrolled', count: 2 },
      { state: 'ready', count: 1 },
    ]);
  });

  it('is one sentence with the counts and how many lack something', () => {
    expect(registerInWords(lines)).toBe(
      '3 stages of 2 people: 2 enrolled and 1 ready to act. 1 with something missing.',
    );
    expect(registerInWords([line()])).toBe('1 stage of 1 person: 1 enrolled. Nothing is missing.');
  });

  it.each([
    [{ state: 'ready' }, ['b']],
    [{ state: 'missing' }, ['c']],
    [{ university: 'exeter' }, ['a', 'c']],
    [{ intake: asMonth('2025-09') }, ['b']],
    [{ team: 'none' }, ['c']],
    [{ team: 'team-1', university: 'kings' }, ['b']],
    [{}, ['a', 'b', 'c']],
  ] as const)('filtered by %j shows %j', (change, ids) => {
    const search = { ...defaults, ...change };
    expect(linesShown(lines, search).map(({ id }) => id)).toEqual(ids);
    expect(filtersSet(search)).toBe(Object.keys(change).length);
  });

  it('lists each team once, and says a source by its name and what is missing in words', () => {
    expect(teamsOf(lines)).toEqual([{ id: 'team-1', name: 'Ward 7' }]);
    expect([fundingName('nihr-bursary'), fundingName('Our own fund'), fundingName(null)]).toEqual([
      'NIHR bursary',
      'Our own fund',
      null,
    ]);
    expect(missingInWords(line({ missing: ['hours', 'supervisor'] }))).toBe('Release hours and Supervisor');
  });
});

describe('the agreement being changed', () => {
  const terms = { releaseDays: null } as AgreedTerms;

  it('keeps its days in order, and no minutes on any day is days not agreed', () => {
    const two = withDay(withDay(terms, 4, 225), 2, 450);
    expect(two.releaseDays).toEqual([
      { weekday: 2, minutes: 450 },
      { weekday: 4, minutes: 225 },
    ]);
    expect(withDay(two, 2, 300).releaseDays).toContainEqual({ weekday: 2, minutes: 300 });
    expect(withDay(withDay(two, 2, 0), 4, 0).releaseDays).toBeNull();
  });

  it('empty text is not recorded', () => {
    expect([textOrNull('  '), textOrNull('Ward')]).toEqual([null, 'Ward']);
  });
});

describe('who is ready today', () => {
  it('is not known while nobody is recorded, and a count from then on, none included', () => {
    expect(readyInWords(null)).toContain('not known yet');
    expect(readyOnOverview(null)).toContain('not known yet');
    expect(readyInWords(0)).toMatch(/checklist of the learner register: 0; the years ahead/);
    expect(readyOnOverview(4)).toBe('Ready to act today: 4.');
  });
});
