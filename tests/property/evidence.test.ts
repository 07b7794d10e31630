import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { textsOfFigure } from '../../shared/evidence/figure.ts';
import { workedFigures } from '../../shared/evidence/figures.ts';
import { faultsOfWorking } from '../../shared/evidence/working.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evidenceOf, figureOf, onLog, openStudy } from '../support/evidence.ts';

const groups = [
  'Allied Health Professionals',
  'Medical and Dental',
  'Nursing and Midwifery Registered',
] as const;
const roles = ['pi', 'coi', 'other'] as const;

/** How many of each staff group hold each role. */
const trusts = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
});

function known(counts: readonly (readonly number[])[]) {
  const parts = groups.flatMap((group, row) =>
    roles.map((role, column) => onLog(group, role, counts[row]?.[column] ?? 0)),
  );
  const posts = parts.flatMap((part) => part.posts);
  const training = posts.slice(0, Math.ceil(posts.length / 2)).map(({ personId }) => ({
    ...{ personId, trainingOn: asPlainDate('2026-01-05'), trainingVersion: null },
  }));
  return { studies: [openStudy], entries: parts.flatMap((part) => part.entries), posts, training };
}

const figures = ['research-active-headcount', 'qualified-ready-named', 'training-currency'] as const;

describe('figures about people', () => {
  it('print no count of one to four, in table, sentence or picture, whatever the register holds', () => {
    fc.assert(
      fc.property(trusts, (counts) => {
        for (const metric of figures) {
          const { table, sentence, chart } = figureOf(metric, known(counts));
          const cells = [
            ...(table?.rows ?? []).map((row) => row[1] ?? ''),
            ...(chart?.rows ?? []).map(({ text }) => text),
          ];
          expect(cells.filter((text) => /^[1-4]$/.test(text))).toEqual([]);
          expect(sentence).not.toMatch(
            /(?:had|in date for|out for|recorded for|Investigators|log|qualified) [1-4](?![0-9])/,
          );
        }
      }),
      { numRuns: 12 },
    );
  });

  it('are what their working says, whatever the register holds', () => {
    fc.assert(
      fc.property(trusts, (counts) => {
        const inputs = evidenceOf(known(counts));
        const worked = workedFigures({ inputs, parameters: publishedParameters });
        for (const figure of worked.figures) {
          const faults = faultsOfWorking(worked.workings[figure.metric] ?? [], textsOfFigure(figure));
          expect([figure.metric, faults]).toEqual([figure.metric, []]);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('hide the total of the same people in all of them together', () => {
    fc.assert(
      fc.property(trusts, (counts) => {
        const inputs = known(counts);
        const total = figureOf('research-active-headcount', inputs).table?.rows.at(-1)?.[1];
        if (total !== 'hidden to protect people') return;
        expect(figureOf('training-currency', inputs).known).toBe(false);
        expect(figureOf('qualified-ready-named', inputs).table?.rows[2]?.[1]).toBe(total);
        expect(figureOf('research-active-trend', inputs).table?.rows.at(-1)?.[1]).not.toMatch(/^[1-9]/);
      }),
      {
        numRuns: 20,
        examples: [
          [
            [
              [3, 2, 1],
              [2, 0, 0],
              [2, 0, 3],
            ],
          ],
        ],
      },
    );
  });
});
