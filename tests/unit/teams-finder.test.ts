import { describe, expect, it } from 'vitest';
import type { TeamSource } from '../../shared/teams/team.ts';
import { teamFinder, type TeamFinder } from '../../shared/teams/team-of-assignment.ts';

type Place = Parameters<TeamFinder>[0];

const nowhere: Place = { orgL4: '', orgL5: null, orgL6: null, orgL7: null, costCentre: '' };
const source = (teamId: string, kind: TeamSource['kind'], code: string, rank = 1): TeamSource => ({
  teamId,
  kind,
  code,
  rank,
});

describe('the team of an assignment', () => {
  const all = teamFinder([
    source('unit', 'roster-unit', 'W7'),
    source('l7', 'org', 'Seven'),
    source('l6', 'org', 'Six'),
    source('l5', 'org', 'Five'),
    source('l4', 'org', 'Four'),
    source('cost', 'cost-centre', '70010'),
  ]);
  const everywhere: Place = {
    rosterUnit: 'W7',
    orgL7: 'Seven',
    orgL6: 'Six',
    orgL5: 'Five',
    orgL4: 'Four',
    costCentre: '70010',
  };

  it('is the first match in the stated order: roster unit, organisation from the deepest level up, cost centre', () => {
    const order = ['rosterUnit', 'orgL7', 'orgL6', 'orgL5', 'orgL4', 'costCentre'] as const;
    const found = order.map((_, index) =>
      all({ ...everywhere, ...Object.fromEntries(order.slice(0, index).map((key) => [key, ''])) }),
    );
    expect(found).toEqual(['unit', 'l7', 'l6', 'l5', 'l4', 'cost']);
  });

  it('is none where nothing matches', () => {
    expect(all(nowhere)).toBeNull();
    expect(all({ ...nowhere, orgL4: '70010', costCentre: 'Four' })).toBeNull();
    expect(teamFinder([])(everywhere)).toBeNull();
  });

  it('folds case, spaces and composed letters', () => {
    expect(
      teamFinder([source('a', 'org', ' Ward  Zoe\u0308 ')])({ ...nowhere, orgL6: 'WARD ZO\u00cb' }),
    ).toBe('a');
  });

  it('of two teams with one source is the lower rank, then the earlier id, in whatever order they come', () => {
    const shared = [source('b', 'org', 'X', 2), source('a', 'org', 'X', 3), source('c', 'org', 'X', 2)];
    for (const sources of [shared, [...shared].reverse()])
      expect(teamFinder(sources)({ ...nowhere, orgL5: 'X' })).toBe('b');
  });
});
