import { describe, expect, it } from 'vitest';
import { textsOfFigure } from '../../shared/evidence/figure.ts';
import { workedFigures } from '../../shared/evidence/figures.ts';
import { metricIds } from '../../shared/evidence/metrics.ts';
import { faultsOfWorking, howInWords, step, type WorkingStep } from '../../shared/evidence/working.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evidenceCaseOfAll } from '../support/evidence.ts';

const steps: readonly WorkingStep[] = [
  step('Nurses', 'people', 12),
  step('Doctors', 'people', 3, 'counted', false),
  step('All', 'people', 15, { sum: [0, 1] }),
  step('Share of nurses', 'percent', 8_000, { share: [0, 2] }),
];
const texts = ['12', 'hidden to protect people', 'There are 15 people (80%).'];

describe('the working of a figure', () => {
  it('holds where sums and shares come out again and the figure shows what is printed', () => {
    expect(faultsOfWorking(steps, texts)).toEqual([]);
  });

  const changed = (index: number, change: Partial<WorkingStep>): readonly WorkingStep[] =>
    steps.map((one, at) => (at === index ? { ...one, ...change } : one));

  it.each([
    ['a sum that was changed', changed(2, { value: 16, printed: '16' }), 'All does not come out again'],
    [
      'a share of other parts',
      changed(3, { value: 8_100, printed: '81%' }),
      'Share of nurses does not come out again',
    ],
    ['a count printed as another', changed(0, { printed: '13' }), 'Nurses is printed as something else'],
    [
      'few people that are not hidden',
      changed(1, { printed: '3' }),
      'Doctors is of few people and not hidden',
    ],
  ])('tells %s', (_what, wrong, fault) => {
    expect(faultsOfWorking(wrong, [...texts, '3', '13', '16', '81%'])).toContain(fault);
  });

  it('tells a step that the figure does not show; a part of a longer number is not it', () => {
    expect(faultsOfWorking([step('Nurses', 'people', 12)], ['112 of 1,012 and 12.5'])).toEqual([
      'Nurses is not what the figure shows',
    ]);
    expect(faultsOfWorking([step('Nurses', 'people', 12)], ['120, then 12.'])).toEqual([]);
  });

  it('says in words where each step comes from', () => {
    expect(steps.map((one) => howInWords(one, steps))).toEqual([
      'Counted in what is kept in the pack',
      'Counted in what is kept in the pack',
      'Sum of Nurses and Doctors',
      'Nurses as a share of All',
    ]);
  });
});

describe('every metric of a trust that records all of them', () => {
  const { figures, workings } = workedFigures({
    inputs: evidenceCaseOfAll(),
    parameters: publishedParameters,
  });

  it('is known, has a working, and the working holds', () => {
    for (const figure of figures) {
      const own = workings[figure.metric] ?? [];
      expect([figure.metric, figure.known, own.length > 0]).toEqual([figure.metric, true, true]);
      expect([figure.metric, faultsOfWorking(own, textsOfFigure(figure))]).toEqual([figure.metric, []]);
    }
    expect(figures.map(({ metric }) => metric)).toEqual([...metricIds]);
  });

  it('keeps what is hidden in its working and sends none of it with the figure', () => {
    expect(figures.filter((figure) => 'working' in figure)).toEqual([]);
    expect(
      Object.values(workings)
        .flat()
        .filter(({ printed }) => printed === 'hidden to protect people').length,
    ).toBeGreaterThan(0);
  });
});
