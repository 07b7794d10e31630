import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFixedWard, evaluateWard } from '../../shared/backfill/evaluate-ward.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { askTeam, type TeamAsk } from '../../shared/scenario/ask-team.ts';
import { scenarioOf } from '../support/plans.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { askWard } from '../../shared/scenario/ward-question.ts';
import { onCourse, quietWard } from '../support/release-page.ts';
import { anyWard } from '../support/ward-arbitrary.ts';

const anyAsk: fc.Arbitrary<TeamAsk> = fc
  .record({
    learners: fc.integer({ min: 0, max: 25 }),
    weeklyMinutes: fc.option(fc.integer({ min: 0, max: 1200 })),
    others: fc.integer({ min: 0, max: 3 }),
    backfillBp: fc.integer({ min: 0, max: 10_000 }),
    feePence: fc.option(fc.integer({ min: 0, max: 900_000 })),
    bursaries: fc.integer({ min: 0, max: 25 }),
  })
  .map(({ others, backfillBp, ...typed }) => ({
    plan: { ...quietWard, learners: others === 0 ? [] : [onCourse(others)] },
    dataCut: asPlainDate('2026-11-20'),
    basis: 'trust',
    question: {
      ...typed,
      university: 'kings',
      stage: 'pgcert',
      days: [],
      start: asPlainDate('2027-09-27'),
      bursaryPence: typed.feePence ?? 0,
      typedOver: { backfillBp },
    },
  }));

describe('laws of the ward question', () => {
  it('the view of the fix is the fix: the same cost by year, the same weeks left short, the same release', () => {
    fc.assert(
      fc.property(anyWard, (inputs) => {
        const { fix, totals } = evaluateWard(inputs);
        const fixed = evaluateFixedWard(inputs);
        expect(fixed?.byYear ?? null).toEqual(fix?.byYear ?? null);
        expect(fixed?.short?.afterCover ?? null).toEqual(fix?.shortAfterFix ?? null);
        expect(fixed?.totals.released ?? totals.released).toBe(totals.released);
      }),
      { numRuns: 150 },
    );
  });

  it('the answer is the façade’s own: the page can show no other sum', () => {
    fc.assert(
      fc.property(anyAsk, (ask) => {
        const asked = askTeam(ask, publishedParameters);
        const plan = askWard(ask.plan, ask.question, publishedParameters);
        const { horizon } = asked.answer.wardInputs ?? {};
        const whole = evaluateScenario(scenarioOf([plan], horizon ?? null), publishedParameters);
        expect(asked.answer).toEqual(whole.teams[0]);
      }),
      { numRuns: 40 },
    );
  });

  it('what is beyond headroom is to cover or absorbed, in every year, fixed or not', () => {
    fc.assert(
      fc.property(anyAsk, (ask) => {
        const { answer, fixed, gaps, fixedGaps } = askTeam(ask, publishedParameters);
        for (const [ward, byYear] of [
          [answer.ward, gaps],
          [fixed, fixedGaps],
        ] as const) {
          const gap = ward?.weeks.reduce((sum, week) => sum + week.gap, 0) ?? 0;
          expect(Object.values(byYear).reduce((sum, minutes) => sum + minutes, 0)).toBe(gap);
          for (const { financialYear, need } of ward?.byYear ?? [])
            expect(byYear[financialYear] ?? 0).toBeGreaterThanOrEqual(need);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the limit does not depend on how many are asked about', () => {
    fc.assert(
      fc.property(anyAsk, fc.integer({ min: 0, max: 25 }), (ask, learners) => {
        const other = { ...ask, question: { ...ask.question, learners } };
        expect(askTeam(other, publishedParameters).limit).toEqual(askTeam(ask, publishedParameters).limit);
      }),
      { numRuns: 30 },
    );
  });
});
