import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { checkMove, type MoveRequest, type MoveSubject } from '../../shared/learners/check-move.ts';
import {
  isRegisterMove,
  lifecycleStateOf,
  lifecycleStates,
  moveFacts,
  moveIds,
  moveReasons,
  movesFrom,
  stateNames,
  type MoveNeed,
} from '../../shared/learners/lifecycle.ts';
import { learnerStatuses } from '../../shared/learners/status.ts';
import { fullRequest, moveDay, subjectIn } from '../support/lifecycle.ts';

const pairs = lifecycleStates.flatMap((state) => moveIds.map((move) => ({ state, move })));

function refusal(subject: MoveSubject, request: MoveRequest): { message: string; field: unknown } {
  const checked = checkMove(subject, request, moveDay);
  if (checked.ok) throw new Error('the move was not refused');
  expect(checked.error.code).toBe('move-refused');
  return { message: checked.error.message, field: checked.error.detail?.['field'] };
}

describe('every state and every move of the table', () => {
  it('are all walked', () => {
    expect(pairs.length).toBe(10 * 10);
  });

  it.each(pairs)('$state, $move: done where the table says so, else refused in words', ({ state, move }) => {
    const { from, to, by } = moveFacts(move);
    const checked = checkMove(subjectIn(state), fullRequest(move), moveDay);
    const allowed = by === 'register' && from.includes(state);
    expect(checked.ok).toBe(allowed);
    if (checked.ok) expect(checked.value).toMatchObject({ status: to, statusDate: '2026-11-16' });
    else {
      expect(checked.error).toMatchObject({ code: 'move-refused', detail: { field: 'move' } });
      if (by === 'register') expect(checked.error.message).toContain(stateNames[state]);
      else
        expect(checked.error.message).toMatch(by === 'log' ? /delegation log alone/ : /readiness checklist/);
    }
  });

  it.each(lifecycleStates)(
    'from %s exactly the moves of the register are offered that may be done',
    (state) => {
      const done = moveIds.filter((move) => checkMove(subjectIn(state), fullRequest(move), moveDay).ok);
      expect(movesFrom(state)).toEqual(done);
    },
  );

  it('every status but the first is reached by a move of the register, and ready and named by none', () => {
    const reached = new Set(moveIds.filter(isRegisterMove).map((move) => moveFacts(move).to));
    expect(learnerStatuses.filter((status) => !reached.has(status))).toEqual(['interested']);
    expect([reached.has('ready'), reached.has('named')]).toEqual([false, false]);
  });

  it('withdrawn, ready and named lead to nothing, and an award is never taken back by a move', () => {
    for (const state of ['withdrawn', 'qualified', 'ready', 'named'] as const)
      expect(movesFrom(state)).toEqual([]);
  });
});

/** A move without one of the things it needs. */
const without: Readonly<Partial<Record<MoveNeed, { request?: Partial<MoveRequest>; subject?: object }>>> = {
  reason: { request: { reason: null } },
  evidence: { request: { evidence: ' ' } },
  'expected-return': { request: { expectedReturn: null } },
  'funding-source': { request: { fundingSource: null } },
  supervisor: { subject: { row: { ...subjectIn('funded').row, supervisor: null } } },
  hours: { subject: { hoursKnown: false } },
};

const needed = moveIds.filter(isRegisterMove).flatMap((move) =>
  moveFacts(move).from.flatMap((state) =>
    moveFacts(move)
      .needs.filter((need) => need !== 'date')
      .map((need) => ({ state, move, need })),
  ),
);

describe('what a move needs', () => {
  it.each(needed)('$state, $move without its $need is refused and says so', ({ state, move, need }) => {
    const { request = {}, subject = {} } = without[need]!;
    const row = subjectIn(state).row;
    const changed = 'row' in subject ? { row: { ...row, supervisor: null } } : subject;
    const { message, field } = refusal(subjectIn(state, changed), fullRequest(move, request));
    expect(field).toBe(need);
    expect(message).toMatch(/\.$/);
  });

  it('a reason of another move is no reason', () => {
    const reason = moveReasons.find((code) => !moveFacts('interrupt').reasons.includes(code))!;
    expect(refusal(subjectIn('enrolled'), fullRequest('interrupt', { reason })).field).toBe('reason');
  });

  it('every reason of a move is taken', () => {
    for (const reason of moveFacts('withdraw').reasons)
      expect(checkMove(subjectIn('enrolled'), fullRequest('withdraw', { reason }), moveDay).ok).toBe(true);
  });
});

const possible = pairs.filter(
  ({ state, move }) => checkMove(subjectIn(state), fullRequest(move), moveDay).ok,
);

describe('days that cannot be', () => {
  it.each(possible)('$state, $move on a day to come is refused', ({ state, move }) => {
    const request = fullRequest(move, { on: addDays(moveDay, 1) });
    expect(refusal(subjectIn(state), request)).toMatchObject({ field: 'date' });
    expect(checkMove(subjectIn(state), fullRequest(move, { on: moveDay }), moveDay).ok).toBe(true);
  });

  it.each(possible)('$state, $move before the step before it is refused', ({ state, move }) => {
    const { row } = subjectIn(state);
    expect(refusal(subjectIn(state), fullRequest(move, { on: addDays(row.statusDate, -1) })).field).toBe(
      'date',
    );
  });

  it('nobody enrols before the intake month, returns on the day of leaving or expects a return in the past', () => {
    const early = subjectIn('funded', {
      row: { ...subjectIn('funded').row, statusDate: asPlainDate('2026-05-01') },
    });
    const on = asPlainDate('2026-08-31');
    expect(refusal(early, fullRequest('enrol', { on })).message).toContain('intake month');
    const left = asPlainDate('2026-10-12');
    expect(refusal(subjectIn('interrupted'), fullRequest('return', { on: left })).field).toBe('date');
    const same = asPlainDate('2026-11-16');
    const request = fullRequest('interrupt', { expectedReturn: same });
    expect(refusal(subjectIn('enrolled'), request).field).toBe('expected-return');
  });

  it('an award is not held on the first day of the course', () => {
    const { row } = subjectIn('enrolled');
    const first = asPlainDate('2026-11-02');
    const subject = subjectIn('enrolled', { row: { ...row, startedOn: first, statusDate: first } });
    expect(refusal(subject, fullRequest('qualify', { on: first })).field).toBe('date');
  });

  it('nobody is on two stages at once', () => {
    const studiesElsewhere = true;
    expect(refusal(subjectIn('funded', { studiesElsewhere }), fullRequest('enrol')).message).toContain(
      'same time',
    );
    expect(refusal(subjectIn('interrupted', { studiesElsewhere }), fullRequest('return')).field).toBe('move');
    const apply = checkMove(subjectIn('interested', { studiesElsewhere }), fullRequest('apply'), moveDay);
    expect(apply.ok).toBe(true);
  });
});

describe('what a move writes', () => {
  it('an interruption is counted and dated, and the return stands on its own day', () => {
    const left = checkMove(subjectIn('enrolled'), fullRequest('interrupt'), moveDay);
    expect(left.ok && left.value).toMatchObject({
      interruptedOn: '2026-11-16',
      returnsOn: '2027-09-27',
      interruptions: 1,
    });
    const back = checkMove(subjectIn('interrupted'), fullRequest('return'), moveDay);
    expect(back.ok && back.value).toMatchObject({
      status: 'enrolled',
      interruptedOn: '2026-10-12',
      returnsOn: '2026-11-16',
      interruptions: 1,
    });
  });

  it('a withdrawal keeps the day of the start and an award the day it was made', () => {
    const left = checkMove(subjectIn('enrolled'), fullRequest('withdraw'), moveDay);
    expect(left.ok && left.value).toMatchObject({ startedOn: '2026-09-28', withdrawnOn: '2026-11-16' });
    const award = checkMove(subjectIn('enrolled'), fullRequest('qualify'), moveDay);
    expect(award.ok && award.value).toMatchObject({ qualifiedOn: '2026-11-16' });
  });
});

describe('the state of a row', () => {
  it('is ready or named only after its award, and named before ready', () => {
    expect(lifecycleStateOf('qualified', { ready: false, named: false })).toBe('qualified');
    expect(lifecycleStateOf('qualified', { ready: true, named: false })).toBe('ready');
    expect(lifecycleStateOf('qualified', { ready: true, named: true })).toBe('named');
    expect(lifecycleStateOf('enrolled', { ready: true, named: true })).toBe('enrolled');
  });
});
