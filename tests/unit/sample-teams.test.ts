import { describe, expect, it } from 'vitest';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import type { Cover } from '../../server/sample/organisation.ts';
import { sampleTrusts, trustPlans } from '../../server/sample/trust-plans.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { GridTeam } from '../../shared/scenario/release-grid.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { stressLearners, stressPlan } from '../support/plans.ts';
import { sampleGrid } from '../support/sample-grid.ts';

function weeks(team: GridTeam): { anyway: number; newly: number; after: number } {
  const count = (wanted: string): number => team.standings.filter((standing) => standing === wanted).length;
  const after = count('short-after-cover');
  return { anyway: count('short-without-release'), newly: count('covered') + after, after };
}

describe.each(sampleTrusts)('teams of the %s trust', (name) => {
  const plan = trustPlans[name];
  const trust = generateTrust(plan);
  const grid = sampleGrid(trust);

  function teamsWith(cover: Cover): GridTeam[] {
    const names = plan.organisation.flatMap((team) => (team.cover === cover ? [team.name] : []));
    return names.map((one) => grid.teams.get(one)!);
  }

  it('can all be worked out', () => {
    expect([...grid.teams.values()].flatMap((team) => team.refusal ?? [])).toEqual([]);
  });

  it('take every assignment of the staff file into the team it was made for', () => {
    const staffed = grid.inputs.teams.filter((team) => team.contractedMinutes !== null);
    expect(staffed).toHaveLength(plan.organisation.length);
  });

  it('that have room to spare are short in no week', () => {
    const comfortable = teamsWith('comfortable').filter((team) => team.name !== 'Ward 7, acute medicine');
    expect(comfortable.map(weeks)).toEqual(comfortable.map(() => ({ anyway: 0, newly: 0, after: 0 })));
  });

  it('that are short anyway are so in a few weeks of the summer, with nobody released', () => {
    const teams = teamsWith('short-anyway');
    expect(teams.map(weeks)).toEqual(teams.map(() => ({ anyway: 9, newly: 0, after: 0 })));
  });

  it('that are newly short because of release are covered in every such week', () => {
    for (const team of teamsWith('newly-short')) {
      const { anyway, newly, after } = weeks(team);
      expect([anyway, after], team.name).toEqual([0, 0]);
      expect(newly, team.name).toBeGreaterThanOrEqual(5);
      expect(newly, team.name).toBeLessThanOrEqual(20);
    }
  });

  it('that are not rostered, and one that does not know its minimum, are judged in no week', () => {
    for (const team of [...teamsWith('none'), ...teamsWith('not-known')]) {
      expect(
        team.standings.every((standing) => standing === null),
        team.name,
      ).toBe(true);
    }
  });

  it('absent between 19 and 25% in every month that is known', () => {
    const shares = trust.teams.flatMap((team) => team.unavailabilityBp ?? []);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(1900);
    expect(Math.max(...shares)).toBeLessThanOrEqual(2500);
  });

  it('have an owner, a date and a source for every planned minimum', () => {
    for (const team of trust.teams.filter((one) => one.plannedMinimumMinutes !== null)) {
      expect(team.plannedMinimumOwner).toContain('(role)');
      expect(team.plannedMinimumDate).not.toBeNull();
      expect(team.plannedMinimumSource).toContain('synthetic');
    }
  });
});

describe('the large trust', () => {
  const trust = generateTrust(trustPlans.large);
  const grid = sampleGrid(trust);

  it('has two teams that stay short after cover in some weeks', () => {
    const after = [...grid.teams.values()].filter((team) => weeks(team).after > 0);
    expect(after.map(({ name }) => name).sort()).toEqual(['Ward 36, oncology', 'Ward 9, respiratory']);
  });

  it('has minimums by weekday for some teams, which add up to the week', () => {
    const daily = trust.teams.filter((team) => team.plannedMinimumByWeekday !== null);
    expect(daily.length).toBeGreaterThanOrEqual(4);
    for (const { plannedMinimumByWeekday: days, plannedMinimumMinutes } of daily) {
      expect(days!.reduce((sum, day) => sum + day, 0)).toBe(plannedMinimumMinutes);
    }
  });

  it('maps teams many to many: some stand in two organisations, some share a cost centre', () => {
    const kinds = trust.teams.map((team) => team.sources.map(({ kind }) => kind));
    expect(kinds.filter((own) => own.filter((kind) => kind === 'org').length === 2)).toHaveLength(6);
    expect(kinds.filter((own) => !own.includes('cost-centre'))).toHaveLength(8);
    const shared = new Map<string, Set<string>>();
    for (const row of trust.staff) {
      shared.set(row.costCentre, (shared.get(row.costCentre) ?? new Set()).add(row.team));
    }
    expect([...shared.values()].filter((teams) => teams.size === 2)).toHaveLength(4);
  });

  it('answers the worked example to the penny when 14 nurses of Ward 7 are asked about', () => {
    const ward = grid.inputs.teams.find(({ team }) => team.name === 'Ward 7, acute medicine')!;
    expect(ward.learners).toEqual([]);
    const asked: TeamPlan = { ...ward, learners: [stressLearners(14)], fees: stressPlan().fees };
    const inputs = { ...grid.inputs, teams: [asked], horizon: null };
    const { ward: answer } = evaluateScenario(inputs, publishedParameters).teams[0]!;
    expect(answer!.totals.costPence).toBe(8_344_476);
    expect(answer!.totals.netPence).toBe(9_544_476);
    expect(answer!.byYear.map((year) => [year.financialYear, year.netPence])).toEqual([
      ['2027/28', 6_021_450],
      ['2028/29', 3_523_026],
    ]);
    expect(answer!.short!.withoutRelease).toEqual([]);
    expect(answer!.short!.newlyShort).toHaveLength(39);
    expect(answer!.short!.afterCover).toEqual([
      '2027-12-06',
      '2027-12-13',
      '2028-07-03',
      '2028-07-10',
      '2028-07-17',
    ]);
  });
});
