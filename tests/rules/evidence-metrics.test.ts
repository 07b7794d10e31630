import { describe, expect, it } from 'vitest';
import { allRights } from '../../shared/access/rights.ts';
import { publishedFrameworks, standings, themes } from '../../shared/evidence/frameworks.ts';
import { metricList } from '../../shared/evidence/metric-list.ts';
import { isMetricId, metricIds } from '../../shared/evidence/metrics.ts';
import { useLabels } from '../../shared/evidence/use-label.ts';
import { paths } from '../../client/app/paths.ts';
import { textOf } from '../support/sources.ts';

describe('every metric of the evidence pack', () => {
  it('has a name, definition, numerator, denominator, source, use label, caveat and owner', () => {
    expect(Object.keys(metricList).sort()).toEqual([...metricIds].sort());
    for (const [id, { page, ...words }] of Object.entries(metricList)) {
      for (const [field, text] of Object.entries(words)) expect([id, field, text.trim()]).not.toContain('');
      expect(useLabels).toContain(words.useLabel);
      expect([null, ...Object.values(paths)]).toContain(page);
    }
  });

  it('has a worked example that begins with its name', () => {
    const examples = textOf('tests/worked-examples/evidence.test.ts');
    expect(
      metricIds.filter((id) => !new RegExp(`^\\s*(?:it\\(')?'?${id}(?:: |': )`, 'm').test(examples)),
    ).toEqual([]);
  });
});

describe('every published framework', () => {
  it('says its source and where each wording comes from, and asks only for metrics that there are', () => {
    expect(publishedFrameworks.map(({ year }) => year)).toEqual([2018, 2023, 2026]);
    for (const { source, note, statements } of publishedFrameworks) {
      expect([source, note]).not.toContain('');
      for (const { code, theme, standing, text, metrics } of statements) {
        expect([code, text]).not.toContain('');
        expect(themes).toContain(theme);
        expect(standings).toContain(standing);
        expect(metrics.length).toBeGreaterThan(0);
        expect(metrics.length).toBeLessThanOrEqual(3);
        expect(metrics.filter((metric) => !isMetricId(metric))).toEqual([]);
      }
    }
  });

  it('of 2026 is a draft without a guessed word', () => {
    expect(publishedFrameworks.at(-1)).toMatchObject({ status: 'draft', statements: [] });
  });
});

it('an evidence right is shut to whoever is limited to divisions', async () => {
  const { worksWithinDivisions } = await import('../../shared/access/rights.ts');
  const open = allRights.filter((right) => right.includes('evidence.') && worksWithinDivisions(right));
  expect(open).toEqual([]);
});
