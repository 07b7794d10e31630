import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ModelError } from '../../shared/core/errors.ts';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import {
  answerProjectionAsk,
  parseProjectionAsk,
  projectionAskSchema,
} from '../../shared/pipeline/projection-asks.ts';
import {
  parseProjectionInputs,
  projectionFileSchema,
  type ProjectionFile,
} from '../../shared/pipeline/projection-schema.ts';
import { projectionCase } from '../support/pipeline-cases.ts';

const p16 = parseSample('P16');
const p17 = parseSample('P17');

function parseSample(id: string): ProjectionFile {
  return projectionFileSchema.parse(projectionCase(id).inputs);
}

/** A copy with one value replaced at a JSON Pointer. */
function changed(file: unknown, pointer: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(file));
  const keys = pointer.slice(1).split('/');
  const last = keys.pop()!;
  const parent = keys.reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

function refusal(run: () => unknown): Pick<ModelError, 'code' | 'path'> | null {
  try {
    run();
  } catch (error) {
    if (error instanceof ModelError) return { code: error.code, path: error.path };
    throw error;
  }
  return null;
}

const evaluate = (file: unknown): unknown => evaluateProjection(parseProjectionInputs(file));
const bad = (path: string) => ({ code: 'bad-input', path });

describe('what one field shows', () => {
  it.each([
    ['/horizon_months', 0],
    ['/horizon_months', 1201],
    ['/horizon_months', 12.5],
    ['/start_month', '2026-13'],
    ['/start_month', '0000-01'],
    ['/people/0/count', -1],
    ['/people/0/count', 100_001],
    ['/people/0/count', 1.5],
    ['/people/0/kind', 'retired'],
    ['/people/0/held', 4],
    ['/people/0/since_award', -1],
    ['/people/0/retire_monthly', 1.01],
    ['/people/0/retire_monthly', []],
    ['/people/0/role', 'chief'],
    ['/groups/a/return', -0.1],
    ['/groups/a/go_on/1', 2],
    ['/groups/a/leave_monthly', Number.NaN],
    ['/groups/a/coi/0/0', 1.1],
    ['/pathway/study_months/0', 0],
    ['/pathway/max_interruptions', 11],
  ])('%s of %j is refused at its own path', (pointer, value) => {
    const file = changed(p16, pointer, Number.isNaN(value) ? 'NaN' : value);
    expect(refusal(() => evaluate(file))).toEqual(bad(pointer));
  });

  it.each(['/people/0/count', '/people/0/group', '/groups/a/leave_monthly', '/groups/a/attempt', '/pathway'])(
    'a missing %s is refused, never taken as zero',
    (pointer) => {
      expect(refusal(() => evaluate(changed(p16, pointer, undefined)))).toEqual(bad(pointer));
    },
  );

  it('inputs that are no object are refused at the root', () => {
    for (const value of [null, 'x', 3, []]) expect(refusal(() => evaluate(value))).toEqual(bad(''));
  });

  it('unknown keys are ignored', () => {
    expect(refusal(() => evaluate({ ...p16, colour: 'blue' }))).toBeNull();
  });

  it('a return of PIs that is not given is none', () => {
    expect(parseProjectionInputs(p17).groups['a']?.piReturnMonthly).toBe(0);
  });

  it('both forms are published as JSON Schema', () => {
    const inputs = z.toJSONSchema(projectionFileSchema, { io: 'input' });
    expect(inputs.required).toEqual(['start_month', 'horizon_months', 'pathway', 'groups', 'people']);
    expect(z.toJSONSchema(projectionAskSchema, { io: 'input' }).oneOf).toHaveLength(13);
  });
});

describe('what only several fields show', () => {
  it.each([
    ['/groups/a/attempt/1', '/groups/a/attempt/1/withdraw', 0.2],
    ['/groups/a/bands', '/groups/a/bands', [1]],
    ['/groups/a/bands', '/groups/a/bands', [0, 5, 5]],
    ['/groups/a/coi/2', '/groups/a/coi/2', [0, 0]],
    ['/groups/a/pi_from_none/0', '/groups/a/pi_from_none/0', [0, 0]],
    ['/people/0/group', '/people/0/group', 'b'],
    ['/people/0/group', '/people/0/group', 'constructor'],
    ['/people/0/next_start_in', '/people/0/next_start_in', undefined],
    ['/people/0/undecided', '/people/0/held', 3],
    ['/people/0/role_ends_in', '/people/0/role_ends_in', 4],
    ['/pathway/study_months/1', '/pathway/study_months', [30, 1, 10]],
  ])('%s is refused when %s is %j', (path, pointer, value) => {
    expect(refusal(() => evaluate(changed(p16, pointer, value)))).toEqual(bad(path));
  });

  it('a name with a slash or a tilde is escaped in the path', () => {
    const groups = { 'a/b~c': { ...p16.groups['a']!, bands: [3] }, a: p16.groups['a']! };
    expect(refusal(() => evaluate({ ...p16, groups }))).toEqual(bad('/groups/a~1b~0c/bands'));
  });

  it('attempts add up to 1 within 1e-9', () => {
    const off = (by: number): unknown => changed(p16, '/groups/a/attempt/1/withdraw', 0.1 + by);
    expect(refusal(() => evaluate(off(9e-10)))).toBeNull();
    expect(refusal(() => evaluate(off(2e-9)))).toEqual(bad('/groups/a/attempt/1'));
  });

  it('nobody has studied longer than the stage takes', () => {
    const studying = { kind: 'studying', stage: 1, elapsed: 12, count: 1, group: 'a' };
    const away = { kind: 'interrupted', stage: 1, elapsed: 10, return_in: 0, count: 1, group: 'a' };
    for (const [person, more] of [
      [studying, { ...studying, elapsed: 13 }],
      [away, { ...away, elapsed: 11 }],
    ]) {
      expect(refusal(() => evaluate({ ...p16, people: [person] }))).toBeNull();
      expect(refusal(() => evaluate({ ...p16, people: [more] }))).toEqual(bad('/people/0/elapsed'));
    }
  });

  it('where nobody completes a stage nobody can have studied it to the end', () => {
    const attempt = [1, 2, 3].map(() => ({ complete: 0, interrupt: 0, withdraw: 1 }));
    const groups = { a: { ...p16.groups['a']!, attempt } };
    const people = [{ kind: 'studying', stage: 1, elapsed: 10, count: 1, group: 'a' }];
    expect(refusal(() => evaluate({ ...p16, groups, people }))).toEqual(bad('/people/0/elapsed'));
    expect(refusal(() => evaluate({ ...p16, groups, people: [{ ...people[0], elapsed: 9 }] }))).toBeNull();
  });

  it('an existing PI is not a Co-I, and only a PI role ends on a date', () => {
    expect(refusal(() => evaluate(changed(p17, '/people/0/role', 'coi')))).toEqual(bad('/people/0/role'));
    expect(refusal(() => evaluate(changed(p17, '/people/0/role', 'pi')))).toBeNull();
    expect(refusal(() => evaluate(changed(p17, '/people/0/role_ends_in', 4)))).toBeNull();
    const learner = changed(changed(p16, '/people/0/role', 'pi'), '/people/0/role_ends_in', 4);
    expect(refusal(() => evaluate(learner))).toBeNull();
  });

  it('too many kinds of people for too many months is refused before any memory is taken', () => {
    const people = Array.from({ length: 3000 }, (_, index) => ({
      ...p16.people[0]!,
      since_award: index % 1200,
      next_start_in: index % 7,
    }));
    expect(refusal(() => evaluate({ ...p16, horizon_months: 1200, people }))).toEqual({
      code: 'too-large',
      path: '/people',
    });
  });
});

describe('asks', () => {
  const projection = evaluateProjection(parseProjectionInputs(p17));
  const answer = (ask: object): number => answerProjectionAsk(projection, parseProjectionAsk(ask));
  const refused = (ask: object): unknown => refusal(() => answer(ask));

  it('a missing role means pi', () => {
    const p = evaluateProjection(parseProjectionInputs(p16));
    const ask = { measure: 'expected_gain', window: [0, 21] };
    expect(answerProjectionAsk(p, parseProjectionAsk(ask))).toBeCloseTo(1.33190492245119, 9);
    expect(answerProjectionAsk(p, parseProjectionAsk({ ...ask, role: 'coi' }))).toBe(0);
  });

  it('a missing qualification means any', () => {
    const p = evaluateProjection(parseProjectionInputs(p16));
    expect(answerProjectionAsk(p, parseProjectionAsk({ measure: 'expected_qualified', at: 0 }))).toBe(7);
  });

  it('an empty window holds no gain, at 0 is now and the horizon is the last', () => {
    expect(answer({ measure: 'expected_gain', window: [7, 7] })).toBe(0);
    expect(answer({ measure: 'p_gain_eq', window: [48, 48], n: 0 })).toBe(1);
    expect(answer({ measure: 'variance_gain', window: [0, 0] })).toBe(0);
    expect(answer({ measure: 'expected_stock', at: 0 })).toBe(25);
    expect(answer({ measure: 'p_stock_ge', at: 0, n: 25 })).toBe(1);
    expect(answer({ measure: 'expected_stock', at: 48 })).toBeCloseTo(15.444229759088834, 9);
  });

  it('at least none is certain, and more than all impossible', () => {
    expect(answer({ measure: 'p_stock_ge', at: 30, n: 0 })).toBe(1);
    expect(answer({ measure: 'p_stock_ge', at: 30, n: 26 })).toBe(0);
    expect(answer({ measure: 'p_gain_eq', window: [0, 48], n: 26 })).toBe(0);
    expect(answer({ measure: 'p_joint_gain_ge', window: [0, 4], n: 0, window2: [4, 8], n2: 0 })).toBe(1);
    expect(answer({ measure: 'p_joint_gain_ge', window: [0, 4], n: 1e9, window2: [4, 8], n2: 0 })).toBe(0);
  });

  it('causes and ends of rotation are answered in expected people', () => {
    // All 25 are PIs at the start: counted apart, so that no cause has any of them.
    expect(answer({ measure: 'expected_by_cause', at: 48, cause: 'left' })).toBe(0);
    const graduates = evaluateProjection(parseProjectionInputs(changed(p16, '/people/0/leaves_in', 2)));
    const of = (ask: object): number => answerProjectionAsk(graduates, parseProjectionAsk(ask));
    const count = p16.people[0]!.count;
    expect(of({ measure: 'expected_rotated', window: [2, 3] })).toBeCloseTo(count, 12);
    const named = ['coi-first', 'pi-first', 'rotated'].map((cause) =>
      of({ measure: 'expected_by_cause', at: 3, cause }),
    );
    expect(named.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(count, 12);
  });

  it('a certain count spreads over half a person either side', () => {
    expect(answer({ measure: 'quantile_stock', at: 0, p: 0.25 })).toBe(25 - 0.5 + 0.25);
  });

  it.each([
    [{ measure: 'expected_gain', window: [0, 49] }, '/window'],
    [{ measure: 'expected_gain', window: [5, 4] }, '/window'],
    [{ measure: 'covariance_gain', window: [0, 4], window2: [4, 60] }, '/window2'],
    [{ measure: 'expected_stock', at: 49 }, '/at'],
    [{ measure: 'expected_stock', at: -1 }, '/at'],
    [{ measure: 'expected_stock' }, '/at'],
    [{ measure: 'expected_stock', at: 4, role: 'coi' }, '/role'],
    [{ measure: 'expected_gain', window: [0, 4], role: 'ci' }, '/role'],
    [{ measure: 'expected_gain', window: [0.5, 4] }, '/window/0'],
    [{ measure: 'p_gain_ge', window: [0, 4] }, '/n'],
    [{ measure: 'p_gain_ge', window: [0, 4], n: -1 }, '/n'],
    [{ measure: 'p_gain_ge', window: [0, 4], n: 1.5 }, '/n'],
    [{ measure: 'quantile_gain', window: [0, 4], p: 0 }, '/p'],
    [{ measure: 'quantile_stock', at: 4, p: 1 }, '/p'],
    [{ measure: 'expected_qualified', at: 4, held: 4 }, '/held'],
    [{ measure: 'expected_by_cause', at: 49, cause: 'left' }, '/at'],
    [{ measure: 'expected_by_cause', at: 4, cause: 'bored' }, '/cause'],
    [{ measure: 'expected_rotated', window: [0, 49] }, '/window'],
    [{ measure: 'expected_happiness', at: 4 }, '/measure'],
    [{}, '/measure'],
  ])('%j is refused at %s', (ask, path) => {
    expect(refused(ask)).toEqual(bad(path));
  });

  it('a joint chance over too many people is refused, not waited for', () => {
    const many = evaluateProjection(parseProjectionInputs(changed(p16, '/people/0/count', 100_000)));
    const ask = { measure: 'p_joint_gain_ge', window: [0, 4], n: 500, window2: [4, 8], n2: 500 };
    expect(refusal(() => answerProjectionAsk(many, parseProjectionAsk(ask)))).toEqual({
      code: 'too-large',
      path: '/n',
    });
  });
});
